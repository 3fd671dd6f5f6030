import { existsSync, globSync } from 'node:fs'

import { expect, it } from 'vitest'

import { mutantTests } from '../../../tools/mutants/mutantTests.ts'
import { mutatedFiles } from '../../../tools/mutants/mutatedFiles.ts'

it.each(mutantTests)('the mutation tests find the test file %s', (name) => {
  expect(existsSync(`tests/unit/${name}.test.ts`)).toBe(true)
})

it.each(mutatedFiles)('the mutation tests find the sources %s', (pattern) => {
  expect(globSync(pattern)).not.toEqual([])
})
