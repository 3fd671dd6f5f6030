import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'
import { operationsByApi } from '#src/mock/demo/faults.ts'

const guide = await readFile('docs/playwright-kit.md', 'utf8')
const [, section = ''] = /\n## Operations\n([^]*?)\n## /.exec(guide) ?? []

it('the guide lists every operation of the contract', () => {
  const lists = section.matchAll(/^- The (\w+) API: (.*)$/gm)
  const listed = [...lists].map(([, api = '', names = '']) => [api, namesIn(names)])
  expect(Object.fromEntries(listed)).toEqual(operationsByApi)
})

it.each(rowsOf(section))(
  'the guide lists what $page calls when it opens',
  async ({ path, operations }) => {
    const as = path === '/login' ? 'nobody' : 'admin'
    const { demo } = await startBackend({ scenario: 'tokens', as })
    const [token] = (await demo.records('tokens')) as { id: string }[]
    await openApp({ at: path.replace('{tokenId}', token?.id ?? '').replace('{ticketId}', '1') })
    const called = async () => {
      const names = new Set((await demo.exchanges()).map(({ operation }) => operation))
      return [...names].filter((name) => name !== 'getSession' && name !== 'listNotices').toSorted()
    }
    await expect.poll(called).toEqual(operations.toSorted())
  },
)

/** The rows of the table: a page object, its path, and the operations that the page calls. */
function rowsOf(text: string) {
  const rows = text.matchAll(/^\| `(\w+)`[^|]*\| `([^`]+)`[^|]*\|(.*)\|$/gm)
  return [...rows].map(([, page = '', path = '', names = '']) => ({
    page,
    path,
    operations: namesIn(names),
  }))
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')
}
