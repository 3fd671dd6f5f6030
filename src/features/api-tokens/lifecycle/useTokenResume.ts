import { readonly, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

import { isolate } from '#src/ui/lib/isolate.ts'
import { showToast } from '#src/ui/lib/toast.ts'
import { useAction } from '#src/ui/composables/useAction.ts'

import { resumeToken, type Token } from '../token/tokenApi.ts'

/** Resumes a paused token without asking for confirmation. `ResumeFailedDialog.vue` shows a failure. */
export function useTokenResume() {
  const { t } = useI18n()
  const token = shallowRef<Token>()
  const failed = ref(false)

  const { run, busy, error } = useAction(async (target: Token) => {
    await resumeToken(target.id)
    showToast(t('tokenLife.resuming.done', { name: isolate(target.name) }))
  })

  async function resume(target: Token): Promise<void> {
    token.value = target
    await run(target)
    failed.value = error.value !== undefined
  }

  async function retry(): Promise<void> {
    if (token.value) await resume(token.value)
  }

  function dismiss(): void {
    failed.value = false
  }

  return { resume, retry, dismiss, token, busy, error, failed: readonly(failed) }
}

export type TokenResume = ReturnType<typeof useTokenResume>
