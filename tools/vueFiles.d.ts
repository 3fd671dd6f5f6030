/** What TypeScript takes a Vue file for where it makes the kit's declarations: none of them shows more of one. */
declare module '*.vue' {
  const component: import('vue').Component
  export default component
}
