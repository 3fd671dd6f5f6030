import { expect, it } from 'vitest'

import { firstPathSegments, tokenListPath } from '#src/app/pathSegments.ts'
import { createAppRouter } from '#src/app/router.ts'

it('the first path segments of all pages are those that the boot script knows', () => {
  const segments = createAppRouter()
    .getRoutes()
    .map(({ path }) => path.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith(':'))
  expect([...new Set([...segments, 'demo'])].toSorted()).toEqual(firstPathSegments.toSorted())
})

it('the path of the token list is the one that the boot script knows', () => {
  expect(createAppRouter().resolve(`/${tokenListPath}`).name).toBe('token-list')
})
