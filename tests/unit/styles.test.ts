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
