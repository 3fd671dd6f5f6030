import { expect, it } from 'vitest'

import { accentedText, pseudoMessage } from '../support/pseudoLanguages.ts'
import { messagesOf, withoutPlaceholders } from '../support/messages.ts'

it('have accents and brackets, or run from right to left', () => {
  expect(pseudoMessage('Delete {name}?', 'en-XA')).toBe('[Ḓḗḗŀḗḗŧḗḗ {name}?]')
  expect(pseudoMessage('Delete {name}?', 'ar-XB')).toBe(
    '\u200f\u202eDelete \u202c\u200f{name}\u200f\u202e?\u202c\u200f',
  )
})

it('keep plural forms and escaped signs', () => {
  const message = "one at{'@'}b | {count} at {'{'}"
  expect(pseudoMessage(message, 'en-XA')).toBe("[ǿǿƞḗḗ ȧȧŧ{'@'}ƀ] | [{count} ȧȧŧ {'{'}]")
  expect(pseudoMessage('', 'en-XA')).toBe('')
})

it('are about 40 % longer, and recognized', () => {
  const english = [...messagesOf('en').values()].filter((message) => message.length > 60)
  const lengths = (messages: string[]) =>
    messages.reduce((total, message) => total + withoutPlaceholders(message).length, 0)
  const pseudo = english.map((message) => pseudoMessage(message, 'en-XA'))
  const factor = lengths(pseudo) / lengths(english)
  expect(factor).toBeGreaterThan(1.25)
  expect(factor).toBeLessThan(1.45)
  expect(pseudo.every((message) => accentedText.test(message))).toBe(true)
  expect(english.some((message) => accentedText.test(message))).toBe(false)
})
