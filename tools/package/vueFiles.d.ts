/** The type of a Vue file in the kit's declarations. They expose nothing more specific. */
declare module '*.vue' {
  const component: import('vue').Component
  export default component
}
