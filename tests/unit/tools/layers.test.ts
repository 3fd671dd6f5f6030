import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'

import { timeFactor } from '../../support/timeFactor.ts'

const rules = ['import-x/no-restricted-paths', '@typescript-eslint/consistent-type-imports']
const eslint = new ESLint({
  // Snippets belong to no TypeScript project, so the rules that need types cannot run.
  overrideConfig: defineConfigWithVueTs(vueTsConfigs.disableTypeChecked) as Linter.Config[],
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
})

/** Returns the messages of the rules about imports. */
async function problemsOf(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return result?.messages.map(({ message }) => message) ?? []
}

describe('the rule on imports between layers', { timeout: 20_000 * timeFactor }, () => {
  it.each([
    ['a static import', 'src/app/a.ts', "import { server } from '#src/mock/server/server.ts'"],
    ['a relative path', 'src/app/a.ts', "import { server } from '../mock/server/server.ts'"],
    ['a type', 'src/app/a.ts', "import type { Server } from '#src/mock/server/server.ts'"],
    ['an inline type', 'src/app/a.ts', "import { type Server } from '#src/mock/server/server.ts'"],
    ['a dynamic import', 'src/app/a.ts', "await import('#src/mock/server/server.ts')"],
    ['a re-export', 'src/app/a.ts', "export { server } from '#src/mock/server/server.ts'"],
    ['an export of all', 'src/app/a.ts', "export * from '#src/mock/server/server.ts'"],
    ['a side effect', 'src/app/a.ts', "import '#src/mock/server/server.ts'"],
    [
      'an import in a Vue file',
      'src/app/A.vue',
      `<script setup lang="ts">import '#src/mock/server/server.ts'</script><template><i /></template>`,
    ],
    ['the kit', 'src/app/a.ts', "import '#src/kit/vitest.ts'"],
    ['the kit in the mock', 'src/mock/server/a.ts', "import '#src/kit/vitest.ts'"],
    ['the mock', 'src/features/help/a.ts', "import '#src/mock/domain/names.ts'"],
    ['another feature', 'src/features/help/a.ts', "import '#src/features/plan/PlanPage.vue'"],
    ['a feature', 'src/ui/a.ts', "import '#src/features/plan/PlanPage.vue'"],
    ['the application', 'src/mock/server/a.ts', "import '#src/app/router.ts'"],
    ['an operation', 'src/mock/domain/a.ts', "import '../operations/operations.ts'"],
    ['the domain', 'src/mock/storage/a.ts', "import '../domain/names.ts'"],
    ['all of the mock', 'src/main.ts', "import '#src/mock/server/server.ts'"],
    ['a folder without a line in the table', 'src/boot.ts', "import '#src/shared/keyFormat.ts'"],
    ['the schemas in a page', 'src/app/a.ts', "import '#src/api/generated/managementContract.ts'"],
    ['the schemas in the kit', 'src/kit/a.ts', "import '#src/api/generated/publicContract.ts'"],
  ])('refuses %s in %s', async (_, file, code) => {
    expect(await problemsOf(file, code)).toEqual([expect.stringMatching(/may import/)])
  })

  it.each([
    ['src/main.ts', "await import('#src/mock/transports/browser.ts')"],
    ['src/app/a.ts', "import '#src/features/plan/PlanPage.vue'"],
    ['src/features/help/a.ts', "import './HelpPage.vue'"],
    ['src/features/help/a.ts', "import '#src/ui/components/PageHeading.vue'"],
    ['src/mock/server/a.ts', "import '#src/api/generated/managementContract.ts'"],
    ['src/mock/server/a.ts', "import '../domain/names.ts'"],
    ['src/mock/domain/a.ts', "import '../storage/port.ts'"],
    ['src/kit/a.ts', "import '#src/mock/server/server.ts'"],
    ['src/ui/a.ts', "import { ref } from 'vue'"],
    ['tests/unit/a.test.ts', "import '#src/mock/server/server.ts'"],
    ['tools/a.ts', "import '../src/mock/server/server.ts'"],
  ])('accepts, in %s: %s', async (file, code) => {
    expect(await problemsOf(file, code)).toEqual([])
  })

  it('refuses a type that is imported in place, because it cannot check its path', async () => {
    const code = "export type A = import('#src/mock/server/server.ts').Server"
    expect(await problemsOf('src/app/a.ts', code)).toEqual([
      '`import()` type annotations are forbidden.',
    ])
  })
})
