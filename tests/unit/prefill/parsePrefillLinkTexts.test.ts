import { expect, it } from 'vitest'

import { parsePrefillLink } from '#src/features/api-tokens/prefill/parsePrefillLink.ts'

const days = { first: '2026-11-24', last: '2036-11-23' }

it("a link's name and description are trimmed", () => {
  expect(parsePrefillLink({ name: ' Ship Fast ', description: '\n Ships \n' }, days)).toMatchObject(
    {
      name: 'Ship Fast',
      description: 'Ships',
      problems: [],
    },
  )
})
