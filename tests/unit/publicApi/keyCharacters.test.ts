import { describe, expect, it } from 'vitest'

import { findWrongCharacter } from '#src/mock/publicApi/access/keyCharacters.ts'

describe('a character that no key has', () => {
  it.each([
    ['\0', 'a NUL', 'U+0000'],
    ['\t', 'a tab', 'U+0009'],
    ['\n', 'a line feed', 'U+000A'],
    ['\r', 'a carriage return', 'U+000D'],
    [' ', 'a space', 'U+0020'],
    ['"', 'a quotation mark', 'U+0022'],
    ["'", 'an apostrophe', 'U+0027'],
    ['`', 'a backtick', 'U+0060'],
    ['<', 'an angle bracket', 'U+003C'],
    ['>', 'an angle bracket', 'U+003E'],
    ['\u00a0', 'a no-break space', 'U+00A0'],
    ['\u200b', 'a zero-width space', 'U+200B'],
    ['\u2018', 'a quotation mark', 'U+2018'],
    ['\u2019', 'a quotation mark', 'U+2019'],
    ['\u201c', 'a quotation mark', 'U+201C'],
    ['\u201d', 'a quotation mark', 'U+201D'],
    ['\ufeff', 'a byte order mark', 'U+FEFF'],
    ['é', 'a character that keys do not have', 'U+00E9'],
    ['😀', 'a character that keys do not have', 'U+1F600'],
  ])('is named with its position and number: %j', (character, name, number) => {
    const detail = `Position 6 of the key is ${name} (${number}).`
    const header = `Bearer edesk${character}abc`
    expect(findWrongCharacter(header)).toEqual({ character, detail })
    expect(findWrongCharacter(Buffer.from(header).toString('latin1'))).toEqual({
      character,
      detail,
    })
  })

  it('is counted from the first character of the key', () => {
    expect(findWrongCharacter('bearer   a b')?.detail).toContain('Position 2 of the key')
  })

  it('is found in a header that is not UTF-8', () => {
    expect(findWrongCharacter('Bearer edesk\xe9\xff')).toMatchObject({ character: 'é' })
  })

  it('is found if it surrounds the header', () => {
    for (const quotationMark of ['"', "'", '`', '\u2018', '\u2019', '\u201c', '\u201d']) {
      expect(findWrongCharacter(`${quotationMark}Bearer edesk_abc`)).toMatchObject({
        character: quotationMark,
        detail: expect.stringContaining('Position 1 of the header is') as string,
      })
    }
  })

  it.each([
    ['Bearer edesk_abc'],
    ['bearer   edesk_abc'],
    ['Bearer AZaz09-._~+/='],
    ['Bearer '],
    ['Bearer   '],
    ['Bearer'],
    ['Bearer"abc"'],
    ['Basic "abc"'],
    ['Basic Bearer "abc"'],
    [''],
  ])('is not in %j', (header) => {
    expect(findWrongCharacter(header)).toBeUndefined()
  })
})
