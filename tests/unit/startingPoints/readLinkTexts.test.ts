import { expect, it } from 'vitest'

import { readLink } from '#src/features/api-tokens/starting-points/readLink.ts'

const days = { first: '2026-11-24', last: '2036-11-23' }

it("a link's name and description are trimmed", () => {
  expect(readLink({ name: ' Ship Fast ', description: '\n Ships \n' }, days)).toMatchObject({
    name: 'Ship Fast',
    description: 'Ships',
    problems: [],
  })
})
