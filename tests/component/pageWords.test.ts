import { expect, it } from 'vitest'

import { pageWords } from '#src/app/pageWords.ts'
import { makeRouter } from '#src/app/router.ts'

it('the first path segments of all pages are those that the boot script knows', () => {
  const segments = makeRouter()
    .getRoutes()
    .map(({ path }) => path.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith(':'))
  expect([...new Set([...segments, 'demo'])].toSorted()).toEqual(pageWords.toSorted())
})
