import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { createAppRouter } from '#src/app/router.ts'

const guide = await readFile('docs/component-tests.md', 'utf8')

it('the guide lists every address of the application', () => {
  const [, list = ''] = /The application has these addresses: (.*)/.exec(guide) ?? []
  const listed = [...list.matchAll(/`([^`]+)`/g)].map(([, address]) => address)
  const routes = createAppRouter()
    .getRoutes()
    .filter(({ name }) => name !== 'not-found')
  const paths = new Set(routes.map(({ path }) => path))
  expect(listed.toSorted()).toEqual([...paths].toSorted())
})
