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
 * Replaces a token, once however often it is asked for, and leads to its new key.
 *
 * @param seen what the page has heard of the token since.
 * @param tellSending told whether the token's changes are this replacement's own.
 */
export function useReplacing(
  token: () => Token,
  seen: () => { gone: boolean; replaced: boolean },
  tellSending: (sending: boolean) => void,
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
    tellSending(true)
    try {
      const { token: made, key } = await ask(body)
      done.value = true
      if (key !== null) {
        const replaced = { oldKeyEndsAt: made.replaces?.expiresAt ?? null }
        handOverKey({ tokenId: made.id, tokenName: made.name, key, replaced })
      }
      await router.replace({ name: 'token-key', params: { tokenId: made.id } })
    } catch (thrown) {
      // It may have been done: then what the service tells of the token is no news.
      tellSending(outcomeIsUnknown.value)
      throw thrown
    }
  })

  /** Why this token cannot be replaced any more. */
  const trouble = computed(() => {
    if (outcomeIsUnknown.value || busy.value || done.value) return undefined
    const { gone, replaced } = seen()
    const isGone = gone || error.value?.kind === 'not-found'
    const isReplaced = replaced || error.value?.kind === 'being-replaced'
    if (!isGone && !isReplaced) return undefined
    // By an earlier attempt from here with other choices, whose answer was lost.
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
