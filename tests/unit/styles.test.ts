import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

const size = String.raw`var\(--font-size-(?:xs|sm|md|lg|xl|2xl)\)`
const lineHeight = String.raw`var\(--line-height-(?:xs|sm|md|lg|xl|2xl)\)`
const weight = '(?:400|600|700)'

/** The values that a property may have. */
const allowed: Record<string, RegExp> = {
  'font-size': new RegExp(`^${size}$`),
  'line-height': new RegExp(`^${lineHeight}$`),
  'font-weight': new RegExp(`^(?:${weight}|inherit)$`),
  font: new RegExp(`^(?:inherit|(?:${weight} )?${size} / ${lineHeight} var\\(--(?:sans|mono)\\))$`),
}

/** The style sheets, and the styles of the components. */
const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|vue)$/.test(file))
  .map((name) => {
    const file = path.join('src', name)
    const text = readFileSync(file, 'utf8')
    return { file, css: file.endsWith('.css') ? text : text.slice(text.lastIndexOf('<style')) }
  })

it('uses the six sizes of text, the line heights and the weights of src/app/styles', () => {
  const broken = styles.flatMap(({ file, css }) =>
    [...css.matchAll(/(?<![\w-])(font(?:-size|-weight)?|line-height):\s*([^;}]+)/g)]
      .filter(([, property = '', value = '']) => !allowed[property]?.test(value.trim()))
      .map(([declaration]) => `${file}: ${declaration}`),
  )
  expect(broken).toEqual([])
})

/** Declarations that name the left or the right side, where a language from right to left needs the start or the end. */
const physical =
  /(?<![\w-])(?:(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)|(?:from|to) (?:left|right)|translateX\()[^;}]*/g

/** Four values, of which those for the two sides can differ. */
const fourValues = /(?<![\w-])(margin|padding|inset|border-radius):\s*([^;}]+)/g

function withoutSpacesInBrackets(value: string): string {
  const shorter = value.replaceAll(
    /\(([^()]*)\)/g,
    (_whole, inner: string) => `<${inner.replaceAll(/\s/g, '')}>`,
  )
  return shorter === value ? value : withoutSpacesInBrackets(shorter)
}

function differsBySide([, property = '', value = '']: readonly string[]): boolean {
  const values = withoutSpacesInBrackets(value).trim().split(/\s+/)
  const [top, right, bottom, left] = values
  if (values.length !== 4) return false
  return property === 'border-radius' ? top !== right || bottom !== left : right !== left
}

/** Places of something that has no direction: the side of the window where the card of the tour is, and the row that scrolls. */
const sidesOfWindow = /tourCard\.css: (left|right): |ScrollingRow\.vue: to right/

/** Returns the declarations that would be on the wrong side in a language from right to left. */
function physicalDeclarations(styleSheet: string): string[] {
  const css = styleSheet.replaceAll(/\/\*.*?\*\//gs, '')
  return [
    ...Array.from(css.matchAll(physical), ([declaration]) => declaration.trim()),
    ...[...css.matchAll(fourValues)].filter(differsBySide).map(([declaration]) => declaration),
  ]
}

it.each([
  'margin-left: 4px',
  'right: 0',
  'text-align: left',
  'border-left: 1px solid',
  'border-top-right-radius: 4px',
  'padding: 0 8px 0 4px',
  'border-radius: 0 8px 8px 0',
  'transform: translateX(4px)',
])('refuses %s', (declaration) => {
  expect(physicalDeclarations(`a { ${declaration}; }`)).toHaveLength(1)
})

it.each([
  'margin-inline-start: 4px',
  'padding: 0 8px 4px',
  'inset: 0 8px auto 8px',
  'border-radius: 8px 8px 0 0',
  'padding: 0 max(24px, (100% - 8px) / 2)',
])('accepts %s', (declaration) => {
  expect(physicalDeclarations(`a { ${declaration}; }`)).toEqual([])
})

it('names the start and the end, not the left and the right', () => {
  const found = styles.flatMap(({ file, css }) =>
    physicalDeclarations(css).map((declaration) => `${file}: ${declaration}`),
  )
  expect(found.filter((place) => !sidesOfWindow.test(place))).toEqual([])
})
