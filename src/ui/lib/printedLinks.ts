/** Bind it to an element whose links are printed with their addresses: `v-bind="printedLinks"`. See print.css. */
export const printedLinks = {
  class: 'printed-links',
  style: { '--origin': JSON.stringify(location.origin) },
} as const
