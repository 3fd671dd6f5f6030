import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'

import { timeFactor } from '../../support/timeFactor.ts'

const eslint = new ESLint({
  // Snippets belong to no TypeScript project, so the rules that need types cannot run.
  overrideConfig: defineConfigWithVueTs(vueTsConfigs.disableTypeChecked) as Linter.Config[],
  ruleFilter: ({ ruleId }) => /^(vue\/)?no-restricted-syntax$|no-bare-strings/.test(ruleId),
})

async function problemsOf(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return result?.messages.map(({ message }) => message) ?? []
}

describe('the rules on syntax', { timeout: 20_000 * timeFactor }, () => {
  it.each([
    ['src/ui/a.ts', 'now.toISOString().slice(0, 10)', /Use .*businessDay/],
    ['src/mock/operations/a.ts', 'at.slice(0, 10)', /Use .*businessDay/],
    ['src/demo/a.ts', "at.substring(0, 10) + at.split('T')", /Use .*businessDay/],
    ['src/features/help/a.ts', 'now.getDate()', /device/],
    ['src/mock/domain/a.ts', 'now.toLocaleDateString()', /device/],
    ['src/features/help/a.ts', 'one.localeCompare(other)', /compareNames/],
    ['src/mock/domain/a.ts', "new Intl.Collator('en')", /compareNames/],
    ['src/mock/domain/a.ts', 'new Date()', /injected clock/],
    ['src/features/api-tokens/export/a.ts', 'list({ page: 2 })', /Pages shift/],
    ['src/features/api-tokens/list/useExport.ts', 'list({ page })', /Pages shift/],
    ['src/features/api-tokens/list/readTokens.ts', 'list({ offset: 100 })', /Pages shift/],
    ['src/kit/pages/a.ts', 'await this.saveButton.click()', /find\.ts/],
    ['src/kit/pages/a.ts', "await this.name.fill('')", /find\.ts/],
    ['src/ui/a.vue', '<template><p>Saved.</p></template>', /non-translated/],
    ['src/ui/a.vue', '<template><VBtn aria-label="Close" /></template>', /non-translated/],
    ['src/ui/a.vue', '<template><VTextField label="Name" /></template>', /non-translated/],
    ['src/ui/a.vue', "<template><p>{{ 'Saved' }}</p></template>", /src\/locales/],
    ['src/ui/a.vue', '<template><p>{{ `${n} tokens` }}</p></template>', /src\/locales/],
    ['src/ui/a.vue', "<template><p>{{ on ? 'Paused' : '' }}</p></template>", /src\/locales/],
    ['src/ui/a.vue', '<template><VBtn :title="`Close ${n}`" /></template>', /src\/locales/],
    ['src/ui/a.ts', "show('The token was saved.')", /src\/locales/],
    ['src/features/help/a.ts', 'show(`The token ${name} was saved.`)', /src\/locales/],
    ['src/features/api-tokens/list/readTokens.ts', "show('Please wait')", /src\/locales/],
  ])('refuse in %s: %s', async (file, code, message) => {
    const problems = await problemsOf(file, code)
    expect(problems[0]).toMatch(message)
  })

  it.each([
    ['src/ui/a.ts', 'now.toISOString().slice(0, 19)'],
    ['src/features/api-tokens/list/tokenApi.ts', 'list({ page: 2 })'],
    ['src/features/api-tokens/activity/readActivity.ts', 'list({ pageSize: 100, before: 7 })'],
    ['src/ui/a.ts', 'new Date()'],
    ['src/kit/pages/find.ts', 'await target.click()'],
    [
      'src/ui/a.vue',
      "<template><p :class=\"on ? 'wide' : ''\">{{ t('app.name') }} ·</p></template>",
    ],
    ['src/ui/a.ts', "throw new Error('There is no list')"],
  ])('allow in %s: %s', async (file, code) => {
    expect(await problemsOf(file, code)).toEqual([])
  })
})
