import { gzipSync } from 'node:zlib'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { keyCharacters } from '#src/shared/keyFormat.ts'
import {
  createKeyFinder,
  maxKeys,
  pieceLength,
} from '#src/features/api-tokens/leaked-keys/keyFinder.ts'
import { readFileText } from '#src/features/api-tokens/leaked-keys/fileText.ts'
import { searchTexts } from '#src/features/api-tokens/leaked-keys/searchTexts.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'
import { keyDisguises } from '../../support/keyDisguises.ts'

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

  describe.each(['utf-16le', 'utf-16be'])('reads a file in %s', (encoding) => {
    it.each([
      ['with a byte order mark', `\uFEFF${one}`],
      ['without a byte order mark', one],
      ['with other letters', `Ключ: ${one}, 鍵は秘密です。`],
      ['with a line end in the key', `${one.slice(0, 30)}\r\n  ${one.slice(30)}`],
      ['with an encoded key', `\uFEFFkey: ${btoa(one)}`],
      ['over many pieces', `${'ein Wörtchen\r\n'.repeat(20_000)}${one}`],
    ])('%s', async (_how, text) => {
      const file = new Blob([utf16(text, encoding === 'utf-16le')])
      expect(await search(file)).toMatchObject({ whole: [one], broken: [], unsearched: [] })
    })
  })

  it('reads a file that changes from UTF-16 to UTF-8', async () => {
    const file = new Blob([utf16('\uFEFFa list of things\r\n', true), one])
    expect((await search(file)).whole).toEqual([one])
  })

  it.each([
    ['once', (text: string) => gzipSync(text)],
    ['twice', (text: string) => gzipSync(gzipSync(text))],
  ])('unpacks a file that gzip packed %s', async (_times, pack) => {
    const text = log + one
    const { whole, unsearched, progress } = await search(new File([pack(text)], 'app.log.gz'))
    expect({ whole, unsearched }).toEqual({ whole: [one], unsearched: [] })
    expect(progress.at(-1)).toBe(1)
  })

  const words = Buffer.from(seededBytes('noise')(200_000)).toString('hex')
  it.each([
    ['with zip', () => 'PK\u0003\u0004and text', false],
    ['with xz', () => Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), false],
    ['as a PDF', () => '%PDF-1.7\nand text', false],
    ['by a method that is not known', () => seededBytes('noise')(5000), false],
    ['with gzip, but is cut off', () => gzipSync(words).subarray(0, -9), true],
    [
      'with gzip, and goes on with other data',
      () => Buffer.concat([gzipSync(words), Buffer.from('more')]),
      true,
    ],
  ])('tells of a file that is packed %s', async (_how, pack, partly) => {
    const content = pack()
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
    const { whole, unsearched } = await search(new File([Uint8Array.from(bytes)], 'a file'))
    expect(whole).toEqual([])
    expect(unsearched).toEqual([{ name: 'a file', partly }])
  })

  it('searches a file that is not text as far as possible', async () => {
    const file = new File([Uint8Array.from(seededBytes('noise')(5000)), one], 'core')
    expect(await search(file)).toMatchObject({
      whole: [one],
      unsearched: [{ name: 'core', partly: true }],
    })
  })

  it('tells of packed data in a text', async () => {
    const packed = gzipSync(log).toString('base64')
    const partly = [{ name: undefined, partly: true }]
    expect((await search(`release: ${packed}`)).unsearched).toEqual(partly)
    expect((await search(`release: ${btoa(packed)}`, one)).unsearched).toEqual(partly)
  })

  it.each([
    ['in an encoding of Windows', Buffer.from('cff0e8e2e5f20d0a'.repeat(20), 'hex')],
    ['with the colours of a terminal', '\u001B[31mred\u001B[0m\r\n'.repeat(9)],
    ['with null bytes between the lines', 'a=1\0b=2\0'.repeat(20)],
    ['in UTF-8', '鍵は秘密です 🔑\n'],
    ['that is empty', ''],
  ])('takes a file for text if it is one %s', async (_how, content) => {
    expect((await search(new File([content], 'a.txt'))).unsearched).toEqual([])
  })

  it('stops unpacking a file that would become too long', async () => {
    const unreadable: boolean[] = []
    const observer = {
      onRead: () => undefined,
      onUnreadable: (partly: boolean) => unreadable.push(partly),
    }
    const bomb = new Blob([gzipSync(gzipSync(Buffer.alloc(30 * 1024 * 1024)))])
    let length = 0
    for await (const piece of readFileText(bomb, observer, 1_000_000)) length += piece.length
    expect(length).toBeLessThanOrEqual(1_000_000)
    expect(unreadable).toEqual([true])
  })

  it('fails if a packed file can no longer be read', async () => {
    const file = new File([gzipSync(words)], 'a.gz')
    const read = file.slice.bind(file)
    file.slice = (start, end) => {
      if (start) throw new DOMException('gone', 'NotFoundError')
      return read(start, end)
    }
    await expect(search(file)).rejects.toThrow('gone')
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

function utf16(text: string, littleEndian: boolean): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) {
    bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  }
  return bytes.buffer
}
