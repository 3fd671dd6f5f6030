import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nameOrder } from '#src/mock/domain/nameOrder.ts'

function sorted(names: readonly string[]): string[] {
  return names.toSorted((one, other) => (nameOrder(one) < nameOrder(other) ? -1 : 1))
}

describe('the order of names', () => {
  it.each([
    ['accents', ['Ärzte', 'Éclair', 'Łódź', 'Øresund', 'Zebra']],
    ['case', ['alpha', 'Beta', 'gamma']],
    ['numbers', ['Token 2', 'Token 10', 'Token 100', 'v1.9', 'v1.10']],
    ['leading zeros', ['Till 007', 'Till 8', 'Till 0009', 'Till 10']],
    ['digits of other scripts', ['Till ٢', 'Till 3', 'Till １０', 'Till ११']],
    ['numbers longer than any type', [`x ${'9'.repeat(30)}`, `x 1${'0'.repeat(30)}`]],
    ['numbers of one digit and many', ['x 20', 'x 1234567890']],
    ['spaces', ['New York', 'Newark', 'Newark 1', 'Newark2']],
    ['punctuation', ['_a', '-a', '(a)', '#a', '~a', '1a', 'a']],
    ['symbols and emoji', ['€ rates', '😀 mood', '1 first', 'apples']],
    [
      'letters that Unicode does not decompose',
      ['aeb', 'Æc', 'aed', 'dab', 'đac', 'straße', 'strassf'],
    ],
    ['Cyrillic', ['Ежик', 'Ёлка', 'Енот', 'Яма']],
  ])('is as people expect with %s', (_what, names) => {
    expect(sorted(names.toReversed())).toEqual(names)
    expect(sorted(names)).toEqual(names)
  })

  it('is that of Intl.Collator', () => {
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    const part = fc.constantFrom(
      ...[
        'a',
        'B',
        'z',
        'é',
        'Å',
        'ø',
        'Ł',
        'œ',
        'ß',
        'đ',
        'п',
        'Ё',
        'й',
        'ω',
        'Ά',
        'か',
        'カ',
        'ア',
        '仓',
        'ก',
      ],
      ...['0', '7', '09', '12', '345', ' 1', ' ', '-', '_', '(', '/', '.', '&', '+'],
    )
    const name = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('').trim())
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [first, second] = [nameOrder(one), nameOrder(other)]
        const order = first === second ? 0 : first < second ? -1 : 1
        expect(order).toBe(Math.sign(collator.compare(one, other)))
      }),
      { numRuns: 5000 },
    )
  })
})
