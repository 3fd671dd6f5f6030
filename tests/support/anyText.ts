import fc from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }

/**
 * Any Unicode character: the unit of `fc.string`. It has the same values as fast-check's own unit `binary`, whose first use
 * takes more than a second, because it puts all 1.1 million characters into a map.
 */
export const anyCharacter = fc
  .nat({ max: 0x10ffff - surrogates.count })
  .map((number) =>
    String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count),
  )
