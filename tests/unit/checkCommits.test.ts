import { expect, it } from 'vitest'

import { subjectProblems } from '../../tools/check/commitSubjects.ts'

it.each([
  'Fix the activity model for chains of three replacements',
  'Don’t report a logout as an expired session',
  'Embed the boot script',
  'Bring back the filter after a reload',
  'Need Node 24 for the tools',
  `Add ${'x'.repeat(68)}`,
  `Add ${'😀'.repeat(68)}`,
])('accepts “%s”', (subject) => {
  expect(subjectProblems(subject)).toEqual([])
})

it.each([
  [`Add ${'x'.repeat(69)}`, 'It has 73 characters; the limit is 72.'],
  ['Fix the list.', 'It ends with a period.'],
  ['fix the list', 'It does not start with a capital letter.'],
  ['', 'It does not start with a capital letter.'],
  ['`npm test` counts skipped tests', 'It does not start with a capital letter.'],
  ['Fixed the list', '“Fixed” is not an imperative: write “Add”, not “Added” or “Adding”.'],
  ['Adding: a list', '“Adding” is not an imperative: write “Add”, not “Added” or “Adding”.'],
])('refuses “%s”', (subject, problem) => {
  expect(subjectProblems(subject)).toEqual([problem])
})

it('reports every broken rule', () => {
  expect(subjectProblems(`fixed the ${'very '.repeat(14)}long list.`)).toHaveLength(4)
})
