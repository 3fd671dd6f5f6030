import type { Plugin } from 'vite'

/**
 * Parts that Vuetify always includes and none of our components shows, with the exports that other parts of Vuetify use. Before
 * you use one, for example in a date picker, a button group or a text field that shows that it is loading, remove it from here.
 */
const replacements: Readonly<Record<string, string>> = {
  // The date adapter: `DateField` is a native field.
  'composables/date/date.js': `
    export const DateOptionsSymbol = Symbol.for('vuetify:date-options')
    export const DateAdapterSymbol = Symbol.for('vuetify:date-adapter')
    export const createDate = () => ({ options: {}, instance: {} })
    export const useDate = () => { throw new Error('The build leaves Vuetify\\'s dates out.') }`,
  // The loading bar of a text field. Buttons show a circle instead.
  'components/VProgressLinear/VProgressLinear.js': `
    export const VProgressLinear = () => null
    export const makeVProgressLinearProps = () => ({})`,
  // The ripple, which is turned off for all components (src/app/vuetify.ts).
  'directives/ripple/index.js': `
    export const Ripple = {}
    export default Ripple`,
  // Each button looks for a group around it.
  'components/VBtnToggle/VBtnToggle.js': `
    export const VBtnToggleSymbol = Symbol.for('vuetify:v-btn-toggle')`,
  // Texts for components that we do not use. Vuetify reports a missing text in the console.
  'locale/en.js': 'export default {}',
}

const library = /[\\/]vuetify[\\/]lib[\\/](?<file>.+)$/

/** Replaces parts of Vuetify that its other parts import, but that no page shows. Fails the build if one no longer exists. */
export function withoutUnusedVuetify(): Plugin {
  const missing = new Set(Object.keys(replacements))
  return {
    name: 'without-unused-vuetify',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: library },
      handler(id) {
        const file = library.exec(id)?.groups?.file?.replaceAll('\\', '/') ?? ''
        missing.delete(file)
        return replacements[file]
      },
    },
    buildEnd(error) {
      if (error || missing.size === 0) return
      this.error(
        `Vuetify no longer has ${[...missing].join(', ')}: update withoutUnusedVuetify.ts.`,
      )
    },
  }
}
