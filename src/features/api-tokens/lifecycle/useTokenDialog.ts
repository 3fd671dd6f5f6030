import { computed, shallowRef, useTemplateRef } from 'vue'

import type { ApiError } from '#src/api/apiError.ts'
import { isolate } from '#src/ui/lib/isolate.ts'

import type { Token } from '../token/tokenApi.ts'

/** The token that a `ConfirmDialog` asks about. The dialog needs `ref="dialog"`. */
export function useTokenDialog() {
  const dialog = useTemplateRef<{ ask(earlierError?: ApiError): Promise<boolean> }>('dialog')
  const token = shallowRef<Token>()
  const name = computed(() => isolate(token.value?.name ?? ''))

  /** Opens the dialog. Resolves when it has closed: true if its action is done. */
  async function ask(target: Token, earlierError?: ApiError): Promise<boolean> {
    token.value = target
    return (await dialog.value?.ask(earlierError)) ?? false
  }

  return { token, name, ask }
}
