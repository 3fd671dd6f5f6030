import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { maxKeys, pieceLength } from '#src/features/api-tokens/leaked-keys/keyFinder.ts'
import { readFileText } from '#src/features/api-tokens/leaked-keys/fileText.ts'
import { searchTexts } from '#src/features/api-tokens/leaked-keys/searchTexts.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

import { one, two } from './keys.ts'

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
    for (const start of ['BZh91AY&SY', '\u00fd7zXZ\0', '(\u00b5/\u00fd']) {
      const other = btoa(start.padEnd(40, '\u0007'))
      expect((await search(`release: ${other}`, one)).unsearched).toEqual(partly)
    }
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
