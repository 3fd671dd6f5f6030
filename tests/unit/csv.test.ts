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
  it('keeps numbers as numbers, and texts as texts', () => {
    expect(formatCsv([[12, '12']])).toBe("\ufeff12,'12\r\n")
  })

  it('has a line for each row, and quotes special characters', () => {
    const file = formatCsv([
      ['Name', 'Description'],
      ['Ship, fast', 'says "go"\non two lines'],
    ])
    expect(file).toBe('\ufeffName,Description\r\n"Ship, fast","says ""go""\non two lines"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '＋1', '－1', '＠1', '﹦1', '"=1'])(
    'prevents %j from being read as a formula',
    (text) => {
      expect(parsed(formatCsv([[text]]))).toEqual([[`'${text}`]])
    },
  )

  it.each([
    ['Ship;=1+1', `"Ship;'=1+1"`],
    ['a;@SUM(1)', `"a;'@SUM(1)"`],
    ['a; =1', `"a;' =1"`],
    ['a\t+1', `"a\t'+1"`],
    ['a;"=1"', `"a;'""=1"""`],
    ['one\n- two', `"one\n'- two"`],
    ['\t=1', `"'\t'=1"`],
    ['a;b', '"a;b"'],
    ['a-1;b=c', '"a-1;b=c"'],
  ])('quotes and guards %j for spreadsheets that separate cells by ; or tab', (text, cell) => {
    expect(formatCsv([['x', text]])).toBe(`\ufeffx,${cell}\r\n`)
  })

  it('has no formula, whichever character a spreadsheet separates cells by', () => {
    const unit = fc.constantFrom(...Array.from('a=+-@＝;,\t\r\n"\' '))
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 8 }), { minLength: 1 }), (row) => {
        for (const cell of formatCsv([row])
          .slice(1)
          .split(/[;\t\r\n]/)) {
          expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ...['007', '46e4', '1E10', '12', '1,234.5', '5%', '3/4', '1-2', '24.11.2026', '12:30', '1May'],
    ...['dec1', 'SEPT1', '5 March', 'TRUE', 'false', '12345678901234567890', ' 7 '],
  ])('keeps %j a text', (text) => {
    expect(parsed(formatCsv([[text]]))).toEqual([[`'${text}`]])
  })

  it.each([
    'Token 2',
    'Marketing 5',
    '…46e4',
    'v1.2',
    '2026-11-24T09:00:00.000Z',
    '4 tills',
    'May',
  ])('leaves %j unchanged', (text) => {
    expect(formatCsv([[text]])).toBe(`\ufeff${text}\r\n`)
  })

  it('preserves every text that is not a formula or a value', () => {
    const text = fc
      .string({ unit: anyCharacter })
      .filter((each) => !/[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r\n]|^\s*\d/.test(each))
    const row = fc.array(text, { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(parsed(formatCsv(rows))).toEqual(rows)
      }),
    )
  })
})
