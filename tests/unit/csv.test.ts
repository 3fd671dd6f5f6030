import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatCsv } from '#src/ui/lib/csv.ts'

import { anyCharacter } from '../support/anyCharacter.ts'

/** Parses a file as defined by RFC 4180. */
function parsed(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = []
  let row: string[] = []
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (const [, quoted, emptyNotice = '', end] of text.slice(1).matchAll(cells)) {
    row.push(quoted === undefined ? emptyNotice : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a CSV file', () => {
  it('has a line for each row, and quotes special characters', () => {
    const file = formatCsv([
      ['Name', 'Description'],
      ['Ship, fast', 'says "go"\non two lines'],
    ])
    expect(file).toBe('\ufeffName,Description\r\n"Ship, fast","says ""go""\non two lines"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠1'])(
    'prevents %j from being read as a formula',
    (text) => {
      expect(parsed(formatCsv([[text]]))).toEqual([[`'${text}`]])
    },
  )

  it('preserves every text that is not a formula', () => {
    const text = fc
      .string({ unit: anyCharacter })
      .filter((each) => !/^[=+\-@＝＋－＠\t\r\n]/.test(each))
    const row = fc.array(text, { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(parsed(formatCsv(rows))).toEqual(rows)
      }),
    )
  })
})
