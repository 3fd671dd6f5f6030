import { readonly, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

import '#src/locales/tokenLife.ts'
import { isolate } from '#src/ui/isolate.ts'
import { showStatus } from '#src/ui/statusMessage.ts'
import { useAction } from '#src/ui/useAction.ts'

import { resumeToken, type Token } from './tokenApi.ts'

/** Resumes a paused token without asking for confirmation. `ResumeFailedDialog.vue` shows a failure. */
export function useTokenResume() {
  const { t } = useI18n()
  const token = shallowRef<Token>()
  const failed = ref(false)

  const { run, busy, error } = useAction(async (target: Token) => {
    await resumeToken(target.id)
    showStatus(t('tokenLife.resuming.done', { name: isolate(target.name) }))
  })

  async function resume(target: Token): Promise<void> {
    token.value = target
    await run(target)
    failed.value = error.value !== undefined
  }

  async function again(): Promise<void> {
    if (token.value) await resume(token.value)
  }

  function giveUp(): void {
    failed.value = false
  }

  return { resume, again, giveUp, token, busy, error, failed: readonly(failed) }
}

export type TokenResume = ReturnType<typeof useTokenResume>
