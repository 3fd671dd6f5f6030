import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'

import { timeFactor } from '../../support/timeFactor.ts'
import { routes } from '../../support/contract/routes.ts'
import { cpuTime } from './cpuTime.ts'
import { startForAll } from './sendToAll.ts'

/** Enough to read 25 MB, but not to search them for keys. */
const budgetMs = 400 * timeFactor
const boundary = 'b'.repeat(70)
const open = `--${boundary}\r\nContent-Disposition: form-data`
const file = `${open}; name="attachments[]"; filename="a.bin"`
const end = `\r\n--${boundary}--\r\n`

function filled(before: string, unit: string, after: string): string {
  const size = limits.formBytes - before.length - after.length
  return before + unit.repeat(Math.floor(size / unit.length)) + after
}

const isAccepted = 200
const tooManyParts = 'The form has too many parts.'
const longHeaders = 'The headers of a part are too long.'
const longTexts = 'The texts of the form are too long.'
const noEnd = 'The form has no end.'

const forms: [what: string, form: () => string, answer: string | typeof isAccepted][] = [
  ['a file of zeros', () => filled(`${file}\r\n\r\n`, '\0', end), isAccepted],
  [
    'a file of bytes that are no ASCII',
    () => filled(`${file}\r\n\r\n`, '\u0080\u00ff', end),
    isAccepted,
  ],
  ['a file of line ends', () => filled(`${file}\r\n\r\n`, '\r\n', end), isAccepted],
  [
    'a file that nearly has the boundary',
    () => filled(`${file}\r\n\r\n`, end.slice(0, -5), end),
    isAccepted,
  ],
  ['a file without an end', () => filled(`${file}\r\n\r\n`, '\r\n--b', ''), noEnd],
  ['no parts', () => filled('', `\r\n--${boundary.slice(1)}`, ''), noEnd],
  ['a preamble', () => filled('', 'x\r\n', `\r\n${file}\r\n\r\nx${end}`), isAccepted],
  ['tiny parts', () => filled('', `${open}; name="a"\r\n\r\n\r\n`, end), tooManyParts],
  ['tiny files', () => filled('', `${file}\r\n\r\n\r\n`, end), tooManyParts],
  ['a text like Base64', () => filled(`${open}; name="a"\r\n\r\n`, 'ZWRlc2tf', end), longTexts],
  [
    'many texts',
    () => `${`${open}; name="a"\r\n\r\n${'65'.repeat(24_000)}\r\n`.repeat(limits.listItems)}${end}`,
    longTexts,
  ],
  ['a long name', () => filled(`${open}; name="`, '\\"', `"\r\n\r\n${end}`), longHeaders],
  ['a long file name', () => filled(file, 'x', `"\r\n\r\n${end}`), longHeaders],
  ['many parameters', () => filled(file, '; name=', `\r\n\r\n${end}`), longHeaders],
  ['many headers', () => filled(file, '\r\na:', `\r\n\r\n${end}`), longHeaders],
  [
    'a long type',
    () => filled(`${open}\r\nContent-Type: a`, ';charset=', `\r\n\r\n${end}`),
    longHeaders,
  ],
  ['spaces after the boundary', () => filled(`--${boundary}`, ' ', `\r\n${end}`), longHeaders],
  [
    'long headers in each part',
    () => filled('', `${file}\r\nA: ${'b'.repeat(6000)}\r\n\r\n\r\n`, end),
    longTexts,
  ],
]

describe('a form of 25 MB', () => {
  const [route] = routes.filter(({ operationId }) => operationId === 'createOrderNoteAttachment')
  if (!route) throw new Error('The contract has no form.')
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }

  it.each(forms)('is read in bounded time: %s', async (_what, form, expected) => {
    const { send, logged } = await startForAll()
    const body = Buffer.from(form(), 'latin1')
    let answer = { status: 0, text: '' }
    const time = await cpuTime(
      async () => (answer = await send(route, { headers, body })),
      budgetMs,
    )
    expect(time).toBeLessThan(budgetMs)
    if (expected === isAccepted) expect(answer.status).toBe(200)
    else expect(answer.text).toContain(expected)
    expect(JSON.stringify(logged).length).toBeLessThan(20_000)
  })
})
