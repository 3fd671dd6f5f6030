import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { keyCharacters } from '#src/shared/keyFormat.ts'
import { createKeyFinder, maxKeys } from '#src/features/api-tokens/leaked-keys/keyFinder.ts'
import { pieceLength, searchTexts } from '#src/features/api-tokens/leaked-keys/searchTexts.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'

const keys = Array.from({ length: 4 }, (_, number) => generateKey(seededBytes(`key ${number}`)))
const [one = '', two = ''] = keys
const mistyped = one.slice(0, 20) + (one[20] === 'a' ? 'b' : 'a') + one.slice(21)

/** Returns the findings in a text that arrives in these pieces. */
function findIn(...pieces: string[]) {
  const finder = createKeyFinder()
  for (const piece of pieces) finder.push(piece)
  finder.end()
  return finder.found()
}

/** Runs a search without time pressure. Counts its pauses, and records its progress. */
async function search(...texts: (string | Blob)[]) {
  const progress: number[] = []
  let pauses = 0
  const found = await searchTexts(texts, {
    pause: async () => void (pauses += 1),
    onProgress: (part) => progress.push(part),
  })
  return { ...found, progress, pauses }
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

  it('is not joined across a line break', () => {
    expect(findIn(`${one.slice(0, 12)}\n${one.slice(12)}`)).toMatchObject({ whole: [], broken: [] })
  })
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
        for (const key of keys) expect(whole.includes(key)).toBe(text.includes(key))
        for (const key of [...whole, ...broken]) expect(text).toContain(key)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a search', () => {
  const tenMegabytes = 10 * 1024 * 1024
  const line = '2026-11-24 09:00:00 INFO nothing to see here\n'
  const log = line.repeat(Math.ceil(tenMegabytes / line.length))

  it('searches ten megabytes in pieces, and pauses after each', async () => {
    const at = log.length - 100
    const text = log.slice(0, at) + one + log.slice(at)
    const { whole, pauses, progress } = await search(text)
    expect(whole).toEqual([one])
    const pieces = Math.ceil(text.length / pieceLength)
    expect(pauses).toBe(pieces)
    expect(pieces).toBeGreaterThanOrEqual(40)
    expect(progress).toEqual(progress.toSorted((before, after) => before - after))
    expect(progress.at(-1)).toBe(1)
  })

  it('reports if there are more keys than it can look up', async () => {
    const many = Array.from({ length: maxKeys + 1 }, (_, at) => generateKey(seededBytes(`${at}`)))
    const { whole, tooMany } = await search(many.join(' '))
    expect(whole).toEqual(many.slice(0, maxKeys))
    expect(tooMany).toBe(true)
    expect((await search(many.slice(1).join(' '))).tooMany).toBe(false)
  })

  it('reads several texts and files separately', async () => {
    const file = new Blob([log.slice(0, pieceLength - 20), two, log])
    const { whole, broken, pauses } = await search(one.slice(0, 25), one.slice(25), file, one)
    expect(whole).toEqual([two, one])
    expect(broken).toEqual([one.slice(0, 25)])
    expect(pauses).toBe(3 + Math.ceil(file.size / pieceLength))
  })

  it.each([
    ['UTF-16, little end first', [0xff, 0xfe], true],
    ['UTF-16, big end first', [0xfe, 0xff], false],
  ] as const)('reads a file in %s', async (_name, mark, littleEndian) => {
    const bytes = new DataView(new ArrayBuffer(one.length * 2))
    for (let at = 0; at < one.length; at += 1) {
      bytes.setUint16(at * 2, one.charCodeAt(at), littleEndian)
    }
    const file = new Blob([Uint8Array.from(mark), bytes.buffer])
    expect((await search(file)).whole).toEqual([one])
  })

  it('can be stopped', async () => {
    let pauses = 0
    const stopped = searchTexts([log], {
      pause: async () => {
        pauses += 1
        if (pauses === 3) throw new Error('stopped')
      },
      onProgress: () => undefined,
    })
    await expect(stopped).rejects.toThrow('stopped')
    expect(pauses).toBe(3)
  })

  it('ends immediately without text', async () => {
    expect(await search()).toMatchObject({ whole: [], broken: [], pauses: 0 })
    expect(await search('', new Blob([]))).toMatchObject({ whole: [], pauses: 0 })
  })
})
