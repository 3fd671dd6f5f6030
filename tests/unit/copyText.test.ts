import { afterEach, expect, it, vi } from 'vitest'

import { copyText } from '#src/ui/lib/copyText.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A clipboard that accepts texts, and with ClipboardItem also promises of texts. */
function stubClipboard({ items }: { items: boolean }) {
  const taken: (string | Promise<string>)[] = []
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (text: string) => void taken.push(text),
      write: async ([item]: { content: Record<string, Promise<string>> }[]) => {
        taken.push(item?.content['text/plain'] ?? '')
      },
    },
  })
  class Item {
    readonly content: Record<string, Promise<string>>
    constructor(content: Record<string, Promise<string>>) {
      this.content = content
    }
  }
  vi.stubGlobal('ClipboardItem', items ? Item : undefined)
  if (!items) Reflect.deleteProperty(globalThis, 'ClipboardItem')
  return taken
}

it('passes a promise to the clipboard during the click', async () => {
  const taken = stubClipboard({ items: true })
  const text = Promise.withResolvers<string>()
  const copying = copyText(text.promise)
  expect(taken).toEqual([text.promise])
  text.resolve('made later')
  await copying
})

it('waits for the text if the browser does not support ClipboardItem', async () => {
  const taken = stubClipboard({ items: false })
  await copyText(Promise.resolve('made later'))
  expect(taken).toEqual(['made later'])
})

it('copies a text unchanged', async () => {
  const taken = stubClipboard({ items: true })
  await copyText('a text')
  expect(taken).toEqual(['a text'])
})

it('fails if the text cannot be created, or without a clipboard', async () => {
  void stubClipboard({ items: true })
  await expect(copyText(Promise.reject(new Error('not made')))).rejects.toThrow('not made')
  vi.stubGlobal('navigator', {})
  const text = Promise.resolve('a text')
  await expect(copyText(text)).rejects.toThrow(TypeError)
})
