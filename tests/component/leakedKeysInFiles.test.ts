import { gzipSync } from 'node:zlib'

import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { http } from 'msw'
import { describe, expect, it, vi } from 'vitest'

import { pieceLength } from '#src/features/api-tokens/leaked-keys/keyFinder.ts'

import { field, lookButton, openPage, results, transfer } from './leakedKeysPage.ts'
import { click, user } from './userActions.ts'

describe('a long text or a file', () => {
  const line = 'nothing to see here\n'
  const long = line.repeat(Math.ceil((10 * 1024 * 1024) / line.length))

  it.each(['paste', 'drop'] as const)(
    'is attached after a %s, and can be searched',
    async (event) => {
      const { key } = await openPage()
      const data = transfer(long + key)
      const isAllowed =
        event === 'paste'
          ? fireEvent.paste(field(), { clipboardData: data })
          : fireEvent.drop(field(), { dataTransfer: data })
      expect(isAllowed, 'default action').toBe(false)
      expect(field()).toHaveValue('')
      const held = within(await screen.findByRole('list', { name: 'Long texts and files' }))
      expect(held.getByText(/Pasted text/)).toBeVisible()
      expect(held.getByText('10.5 MB')).toBeVisible()
      await user.click(lookButton())
      await results('1 key found')
    },
  )

  it('keeps the page responsive during the search, and shows the progress', async () => {
    const { key, backend } = await openPage()
    backend.network.use(http.post('*/api/found-keys', () => new Promise<never>(() => undefined)))
    fireEvent.paste(field(), { clipboardData: transfer(long + key) })
    const pauses = vi.spyOn(globalThis, 'setTimeout')
    await user.click(lookButton())
    await waitFor(() =>
      expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: /Looking/ })).toHaveValue(
        1,
      ),
    )
    const yields = pauses.mock.calls.filter(([, delay]) => delay === undefined)
    pauses.mockRestore()
    expect(yields.length).toBeGreaterThanOrEqual(Math.ceil(long.length / pieceLength))
  })

  it('can be dropped anywhere on the page', async () => {
    const { key } = await openPage()
    const dataTransfer = transfer('', [new File([key], 'a.log')])
    expect(fireEvent.dragOver(document.body, { dataTransfer })).toBe(false)
    expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false)
    await screen.findByText(/a\.log/)
    expect(fireEvent.dragOver(document.body, { dataTransfer: transfer('a') })).toBe(true)
  })

  it('goes into the field as usual if it is short', async () => {
    await openPage()
    expect(fireEvent.paste(field(), { clipboardData: transfer('short') })).toBe(true)
    expect(fireEvent.drop(field(), { dataTransfer: transfer('short') })).toBe(true)
    expect(screen.queryByRole('list', { name: 'Long texts and files' })).not.toBeInTheDocument()
  })

  it('can be removed, and its name is shown as text', async () => {
    const { key } = await openPage()
    const log = new File(['a ', key], '<img src=x>.log')
    fireEvent.drop(field(), { dataTransfer: transfer('', [log, new File(['b'], 'b.log')]) })
    await click('button', 'Remove b.log')
    await waitFor(() => expect(screen.queryByText(/b\.log/)).not.toBeInTheDocument())
    expect(field()).toHaveFocus()
    expect(screen.getByText(/<img src=x>\.log/)).toBeVisible()
    await user.click(lookButton())
    await results('1 key found')
  })

  it('is searched if gzip packed it', async () => {
    const { key } = await openPage()
    const packed = new File([gzipSync(`${line}${key}`)], 'app.log.gz')
    fireEvent.drop(field(), { dataTransfer: transfer('', [packed]) })
    await screen.findByText(/app\.log\.gz/)
    await user.click(lookButton())
    await results('1 key found')
    expect(screen.queryByText(/packed or not text/)).not.toBeInTheDocument()
  })

  it('is named if it is packed in another way, and could not be searched', async () => {
    const { key } = await openPage()
    const packed = new File(['PK\u0003\u0004', 'x'], `backup-${key}.zip`)
    fireEvent.drop(field(), { dataTransfer: transfer('', [packed, new File(['x'], 'a.log')]) })
    await screen.findByText(/a\.log/)
    await user.click(lookButton())
    await results('No key found')
    const words = /backup-edesk_….{4}\.zip.* wasn’t searched because it is compressed/
    expect(screen.getByText(words)).toBeVisible()
    expect(screen.queryByText(/a\.log wasn’t searched/)).not.toBeInTheDocument()
  })

  it('stays attached if it cannot be read, and the error is shown', async () => {
    await openPage()
    const gone = new File(['x'], 'gone.log')
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError')
    }
    fireEvent.drop(field(), { dataTransfer: transfer('', [gone]) })
    await screen.findByText(/gone\.log/)
    await user.click(lookButton())
    expect(await screen.findByRole('alert')).toHaveTextContent('The file couldn’t be read')
    expect(screen.getByText(/gone\.log/)).toBeVisible()
  })
})
