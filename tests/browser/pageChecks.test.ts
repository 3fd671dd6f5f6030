import { beforeEach, expect, it, onTestFinished } from 'vitest'

import { findCutOff } from './expectNothingCutOff.ts'
import { findPlainTexts } from './expectTranslated.ts'

beforeEach(() => {
  document.title = ''
})

function show(html: string): void {
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.append(root)
  onTestFinished(() => root.remove())
}

const narrow = 'width: 60px; white-space: nowrap'

it.each([
  ['a hidden end', `<p style="${narrow}; overflow: hidden">A text that is too long</p>`],
  ['an ellipsis', `<p style="${narrow}; overflow: clip; text-overflow: ellipsis">A long text</p>`],
  ['a hidden line', '<p style="width: 60px; height: 20px; overflow: hidden">Some long text</p>'],
  ['a button', `<button style="${narrow}">A text that is too long</button>`],
  ['a cell', `<table><td style="max-width: 20px; ${narrow}">A text that is too long</td></table>`],
  ['a placeholder', '<input style="width: 60px" placeholder="A text that is too long">'],
  ['an option', '<select style="width: 60px"><option>A text that is too long</option></select>'],
])('finds a text that is cut off: %s', (_what, html) => {
  show(html)
  expect(findCutOff()).toHaveLength(1)
})

it.each([
  [
    'what somebody has typed',
    `<p style="${narrow}; overflow: hidden"><bdi lang="">A long text</bdi></p>`,
  ],
  ['what scrolls', `<p style="${narrow}; overflow: auto">A text that is too long</p>`],
  ['what fits', '<button>A text that is not too long</button>'],
  ['what only screen readers find', '<p class="sr-only">A text that is too long</p>'],
])('accepts %s', (_what, html) => {
  show(html)
  expect(findCutOff()).toEqual([])
})

it('finds texts and names that are no messages', () => {
  show('<p>Saved.</p><button aria-label="Close">×</button><input placeholder="Your name">')
  expect(findPlainTexts()).toEqual(['Saved.', 'Close', 'Your name'])
})

it('accepts messages in the pseudo language, names, code and days', () => {
  show(`<p title="ShipFast">[Ƥȧȧŭŭşḗḗḓ ShipFast]</p><bdi lang="">Morning report</bdi>
    <code>listTokens</code><time>3 days ago</time><p>24 Nov</p><p title="Morning report">12</p>`)
  expect(findPlainTexts()).toEqual([])
})
