import fc from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }

/**
 * Generates any Unicode character: use it as the unit of `fc.string`. It has the same values as fast-check's unit `binary`, but
 * the first use of `binary` takes more than a second, because it builds a map of all 1.1 million characters.
 */
export const anyCharacter = fc
  .nat({ max: 0x10ffff - surrogates.count })
  .map((number) =>
    String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count),
  )
