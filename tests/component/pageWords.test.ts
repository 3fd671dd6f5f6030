import { expect, it } from 'vitest'

import { pageWords } from '#src/app/pageWords.ts'
import { makeRouter } from '#src/app/router.ts'

it('every page begins with one of the words by which the boot script tells the folder from the page', () => {
  const words = makeRouter()
    .getRoutes()
    .map(({ path }) => path.split('/')[1] ?? '')
    .filter((word) => word !== '' && !word.startsWith(':'))
  expect([...new Set([...words, 'demo'])].toSorted()).toEqual(pageWords.toSorted())
})
