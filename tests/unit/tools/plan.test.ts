import { globSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { testMap } from '../../../tools/check/testMap.ts'
import { readImports } from '../../../tools/check/importGraph.ts'
import { testMapEntryOf, isTest, planFor } from '../../../tools/check/plan.ts'

const modules = globSync('{src,tests,tools}/**/*.{ts,mjs,vue}')
const imports = readImports(modules)
const tests = modules.filter(isTest)
const planOf = (...changed: string[]) => planFor({ changed, deleted: [] }, tests, imports)

it('runs the tests of a changed feature, and no others', () => {
  const changed = 'src/features/api-tokens/replacement/ReplaceForm.vue'
  const plan = planOf(changed)
  expect(plan).toMatchObject({
    format: [changed],
    lint: [changed],
    types: true,
    unit: { run: [], all: 0 },
  })
  expect(plan.component).toContain('tests/component/replaceToken.test.ts')
  expect(plan.component).toContain('tests/browser/accessibility/replacement.test.ts')
  expect(plan.component).not.toContain('tests/component/tokenForm.test.ts')
  expect(plan.endToEnd).toEqual(['tests/e2e/replace.spec.ts'])
})

it('runs the unit tests of a changed rule first, and not the whole suite', () => {
  const { run, all } = planOf('src/mock/domain/token.ts').unit
  expect(run.slice(0, 2)).toContain('tests/unit/token.test.ts')
  expect(run).toContain('tests/unit/newToken.test.ts')
  expect(run.length).toBeLessThan(all / 2)
})

it('runs a changed test itself', () => {
  expect(planOf('tests/component/expiry.test.ts').component).toEqual([
    'tests/component/expiry.test.ts',
  ])
  expect(planOf('tests/unit/names.test.ts').unit.run).toEqual(['tests/unit/names.test.ts'])
  expect(planOf('tests/e2e/tabs.spec.ts').endToEnd).toEqual(['tests/e2e/tabs.spec.ts'])
})

it('runs the tests with the name of a changed helper', () => {
  expect(planOf('tests/e2e/nginx.ts').endToEnd).toEqual(['tests/e2e/nginx.spec.ts'])
})

it('runs the tests of a deleted file, and checks the types', () => {
  const plan = planFor(
    { changed: [], deleted: ['src/features/notices/NoticeBell.vue'] },
    tests,
    imports,
  )
  expect(plan).toMatchObject({ format: [], lint: [], types: true, unit: { run: [] } })
  expect(plan.component).not.toEqual([])
})

it('only formats a document', () => {
  expect(planOf('docs/testing.md')).toEqual({
    format: ['docs/testing.md'],
    lint: [],
    types: false,
    unit: { run: [], all: 0 },
    component: [],
    endToEnd: [],
  })
})

describe('the map', () => {
  it('has an entry for every source', () => {
    const sources = globSync('src/**/*.{ts,vue}').filter((file) => !file.endsWith('.d.ts'))
    expect(sources.filter((file) => testMapEntryOf(file) === undefined)).toEqual([])
  })

  it('has only existing sources and tests', () => {
    const files = globSync('{src,tests}/**/*.{ts,vue}')
    const lost = testMap.flatMap(({ sources, tests: beginnings }) => [
      ...(files.some((file) => file.startsWith(sources)) ? [] : [sources]),
      ...beginnings.filter((name) => !tests.some((test) => test.includes(`/${name}`))),
    ])
    expect(lost).toEqual([])
  })
})
