import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shortenText, splitCharacters, truncateText } from '#src/shared/characters.ts'

const family = '👨‍👩‍👧‍👦'

describe('the beginning of a text', () => {
  it('has whole characters, and at most as many code points as the limit', () => {
    expect(truncateText('ship', 3)).toBe('shi')
    expect(truncateText(`${family}${family}`, 13)).toBe(family)
    expect(truncateText('🚚🚚🚚', 2)).toBe('🚚🚚')
    expect(truncateText('\r\n', 1)).toBe('\r')
    const unit = fc.constantFrom('a', '🚚', family, 'e\u0301', '\ud83d', '\udc68', '🇮🇪')
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 30 }),
        fc.integer({ min: 11, max: 60 }),
        (text, limit) => {
          const whole = text.replace(/\p{Cs}/gu, '')
          const beginning = truncateText(text, limit)
          expect(Array.from(beginning).length).toBeLessThanOrEqual(limit)
          const characters = splitCharacters(whole)
          expect(characters.slice(0, splitCharacters(beginning).length).join('')).toBe(beginning)
          expect(() => encodeURIComponent(beginning)).not.toThrow()
        },
      ),
    )
  })

  it('is cut within a character that is longer than the limit', () => {
    expect(Array.from(truncateText(`${'🚚\u200d'.repeat(330)}x`, 60))).toHaveLength(60)
  })

  it('has an ellipsis if something is missing', () => {
    expect(shortenText('ship', 4)).toBe('ship')
    expect(shortenText('ships', 4)).toBe('ship…')
    expect(shortenText(`${family}${family}`, 8)).toBe(`${family}…`)
  })
})
