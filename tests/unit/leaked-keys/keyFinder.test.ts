import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { keyCharacters } from '#src/shared/keyFormat.ts'
import { createKeyFinder, pieceLength } from '#src/features/api-tokens/leaked-keys/keyFinder.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { keyDisguises } from '../../support/keyDisguises.ts'
import { keys, one, two } from './keys.ts'

const mistyped = one.slice(0, 20) + (one[20] === 'a' ? 'b' : 'a') + one.slice(21)

/** Returns the findings in a text that arrives in these pieces. */
function findIn(...pieces: string[]) {
  const finder = createKeyFinder()
  for (const piece of pieces) finder.push(piece)
  finder.end()
  return finder.found()
}

describe('a key is found', () => {
  it.each([
    ['alone', one],
    ['in a header', `Authorization: Bearer ${one}`],
    ['in an .env file', `EDESK_API_KEY=${one}\nOTHER=1`],
    ['in quotes', `export KEY='${one}'; echo "${one}"`],
    ['in JSON', JSON.stringify({ key: one })],
    ['in JSON in JSON', JSON.stringify({ log: `first\n${one}\nnext` })],
    ['in a URL', `https://example.com/?api_key=${one}&page=2#x`],
    ['in a URL inside another one', `https://example.com/?to=%3Fkey%3D${one}%26page`],
    ['in an XML element', `<key>${one}</key>`],
    ['before a full stop', `It is ${one}.`],
    ['between letters', `ключ${one}ключ`],
    ['right after a word', `key${one}`],
    ['right before a word', `${one}and`],
    ['before an underscore', `${one}_old`],
    ['after the prefix alone', `edesk_${one}`],
    ['among null bytes', `\0${one}\0`],
    ['with Windows’ line ends', `a\r\n${one}\r\nb`],
  ])('%s', (_where, text) => {
    expect(findIn(text)).toEqual({ whole: [one], broken: [], tooMany: false })
  })

  it.each(Object.entries(keyDisguises))('%s', (_how, disguise) => {
    const expected = { whole: [one], broken: [], tooMany: false }
    expect(findIn(`a text ${disguise(one)} goes on`)).toEqual(expected)
    const long = 'nothing to see here\n'.repeat(15_000)
    const at = pieceLength - Math.floor(disguise(one).length / 2)
    expect(findIn(long.slice(0, at), disguise(one), long)).toEqual(expected)
  })

  it('among others, each once, in the order of occurrence', () => {
    const text = `${two} ${one}${two}, ${one}`
    expect(findIn(text).whole).toEqual([two, one])
  })

  it('directly after a truncated one', () => {
    expect(findIn(one.slice(0, 30) + two)).toMatchObject({
      whole: [two],
      broken: [one.slice(0, 30)],
    })
  })
})

describe('text that looks like a key', () => {
  it.each([
    ['mistyped', mistyped],
    ['cut off', one.slice(0, -1)],
    ['cut off long before its end', one.slice(0, 22)],
    ['cut off, and ends as another one begins', `${one.slice(0, 25)}edesk`],
    ['longer by one in its middle', `${one.slice(0, 25)}x${one.slice(25)}`],
  ])('is reported if it is %s', (_how, text) => {
    expect(findIn(`see ${text}, twice: ${text}`)).toMatchObject({ whole: [], broken: [text] })
  })

  it.each([1, 19, 28])('is reported with %i more characters, then a key, in any pieces', (more) => {
    const text = mistyped + '0'.repeat(more)
    for (const pieces of [[text + one], [text, one], Array.from(text + one)]) {
      expect(findIn(...pieces)).toMatchObject({ whole: [one], broken: [text] })
    }
  })

  it.each([
    'edesk_world',
    'edesk_api_tokens',
    'edesk_…Ab12',
    'Edesk_' + one.slice(6),
    one.slice(1),
    one.replace('_', '-'),
    `edesk_${'A'.repeat(65)}`,
    `edesk_${'A'.repeat(5000)}`,
    '',
  ])('is ignored: %s', (text) => {
    expect(findIn(text)).toEqual({ whole: [], broken: [], tooMany: false })
  })

  it('is not joined across a line break unless this gives a key', () => {
    const text = `${mistyped.slice(0, 25)}\n${mistyped.slice(25)}`
    expect(findIn(text)).toMatchObject({ whole: [], broken: [mistyped.slice(0, 25)] })
  })
})

/** How files of archives and packed files begin. */
const packedStarts = {
  gzip: '\u001f\u008b\b\0',
  'gzip with a file name': '\u001f\u008b\b\b',
  'gzip with every option': '\u001f\u008b\b\u001f',
  'gzip in Base64': 'H4sIAAAA',
  zip: 'PK\u0003\u0004',
  'bzip2 with small blocks': 'BZh1',
  'bzip2 with blocks of medium size': 'BZh5',
  'bzip2 with large blocks': 'BZh9',
  xz: '\u00fd7zXZ\0',
  zstd: '(\u00b5/\u00fd',
}

describe('packed data in Base64', () => {
  function hasPacked(start: string, replace: (base64: string) => string = (base64) => base64) {
    const finder = createKeyFinder()
    finder.push(`data: ${replace(btoa(start.padEnd(60, '\u00ff')))}`)
    return finder.end().hasPacked
  }

  it.each(Object.entries(packedStarts))('is recognised: %s', (_how, start) => {
    expect(hasPacked(start)).toBe(true)
    // The alphabet for URLs.
    expect(
      hasPacked(start, (base64) => base64.replace(/[+/]/g, (c) => (c === '+' ? '-' : '_'))),
    ).toBe(true)
  })

  it.each(['\u001f\u008b\b\u0020', 'BZh,', 'BZh@', 'PK\u0001\u0002', 'plain text'])(
    'is not what begins with %j',
    (start) => {
      expect(hasPacked(start)).toBe(false)
    },
  )
})

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...keys, mistyped, one.slice(0, 25), 'edesk_', 'edesk', '_', ' ', '"', '\n'),
      fc.string({ unit: fc.constantFrom(...Array.from(keyCharacters)), maxLength: 70 }),
      fc.string({ unit: anyCharacter, maxLength: 10 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

describe('in any text', () => {
  it('the findings are the same however it is split into pieces', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(400)), (text, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length]
        const ordered = places.toSorted((before, after) => before - after)
        const pieces = ordered.slice(1).map((end, index) => text.slice(ordered[index], end))
        expect(findIn(...pieces)).toEqual(findIn(text))
        const units = Array.from({ length: text.length }, (_, place) => text.charAt(place))
        expect(findIn(...units)).toEqual(findIn(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('each key is found, and nothing else', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { whole, broken } = findIn(text)
        for (const key of keys) expect(!text.includes(key) || whole.includes(key)).toBe(true)
        const joined = text.replaceAll(/[^0-9A-Za-z_]/g, '')
        for (const key of whole) expect(joined).toContain(key)
        for (const key of broken) expect(text).toContain(key)
      }),
      { numRuns: 1000 },
    )
  })
})
