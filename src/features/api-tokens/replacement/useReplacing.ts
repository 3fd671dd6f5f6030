import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import '#src/locales/replacement.ts'
import { errorWords } from '#src/ui/errorWords.ts'
import { useAction } from '#src/ui/useAction.ts'

import { handOverKey } from '../keyHandover.ts'
import type { Token } from '../tokenApi.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import { useOnlyOnce } from '../useOnlyOnce.ts'
import { type Replacement, replaceToken } from './replacementApi.ts'

/**
 * Replaces a token and goes to the page with its new key. A retry never replaces it twice.
 *
 * @param seen what the page has learned about the token since it was opened.
 * @param onSending called with whether changes to the token come from this replacement.
 */
export function useReplacing(
  token: () => Token,
  seen: () => { gone: boolean; replaced: boolean },
  onSending: (sending: boolean) => void,
) {
  const { t } = useI18n()
  const router = useRouter()
  const fieldErrors = useFieldErrors()
  const { ask, outcomeIsUnknown, lost } = useOnlyOnce((body: Replacement, idempotencyKey: string) =>
    replaceToken(token().id, body, idempotencyKey),
  )
  const done = ref(false)

  const {
    run: replace,
    busy,
    error,
  } = useAction(async (body: Replacement) => {
    onSending(true)
    try {
      const { token: newToken, key } = await ask(body)
      done.value = true
      if (key !== null) {
        const replaced = { oldKeyEndsAt: newToken.replaces?.expiresAt ?? null }
        handOverKey({ tokenId: newToken.id, tokenName: newToken.name, key, replaced })
      }
      await router.replace({ name: 'token-key', params: { tokenId: newToken.id } })
    } catch (thrown) {
      // The service may have replaced the token. Then changes to the token still come from this replacement.
      onSending(outcomeIsUnknown.value)
      throw thrown
    }
  })

  /** Why this token can no longer be replaced. */
  const trouble = computed(() => {
    if (outcomeIsUnknown.value || busy.value || done.value) return undefined
    const { gone, replaced } = seen()
    const isGone = gone || error.value?.kind === 'not-found'
    const isReplaced = replaced || error.value?.kind === 'being-replaced'
    if (!isGone && !isReplaced) return undefined
    // An earlier attempt of this form with other choices succeeded, but its response was lost.
    if (lost.length > 0) return 'lost'
    return isGone ? 'gone' : 'being-replaced'
  })

  const expiryError = computed(() => fieldErrors.fromService(error.value, 'expiresAt'))
  const formError = computed(() => {
    if (trouble.value) return t(`replacement.trouble.${trouble.value}`)
    if (!error.value) return undefined
    if (outcomeIsUnknown.value) return t('replacement.outcomeUnknown')
    return expiryError.value ? undefined : t(errorWords(error.value))
  })

  return { replace, busy, done, trouble, formError, expiryError }
}
