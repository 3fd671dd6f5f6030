import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'

import { useAction } from '#src/ui/composables/useAction.ts'

import { setPendingKey } from '../key/pendingKey.ts'
import { useRefusalByRules } from '../rules/useRefusalByRules.ts'
import type { AccessLevel, Token } from '../token/tokenApi.ts'
import type { ExpiryChoiceValue } from '../form/expiry.ts'
import { useServiceErrors } from '../form/useServiceErrors.ts'
import { useIdempotentRequest } from '../form/useIdempotentRequest.ts'
import { type Replacement, replaceToken } from './replacementApi.ts'

/**
 * Replaces a token and goes to the page with its new key. A retry never replaces it twice.
 *
 * @param expiry the chosen expiry: an error of the service at it ends when another one is chosen.
 * @param level the chosen access level, likewise.
 * @param seen what the page has learned about the token since it was opened.
 * @param onSending called with whether changes to the token come from this replacement.
 */
export function useReplaceToken(
  token: () => Token,
  expiry: () => ExpiryChoiceValue,
  level: () => AccessLevel | undefined,
  seen: () => { gone: boolean; replaced: boolean },
  onSending: (sending: boolean) => void,
) {
  const { t } = useI18n()
  const router = useRouter()
  const { sendOnce, isOutcomeUnknown, lostBodies } = useIdempotentRequest(
    (body: Replacement, idempotencyKey: string) => replaceToken(token().id, body, idempotencyKey),
  )
  const done = ref(false)

  const {
    run: replace,
    busy,
    error,
  } = useAction(async (body: Replacement) => {
    onSending(true)
    try {
      const { token: newToken, key } = await sendOnce(body)
      done.value = true
      if (key !== null) {
        const replaced = { oldKeyEndsAt: newToken.replaces?.expiresAt ?? null }
        setPendingKey({ tokenId: newToken.id, tokenName: newToken.name, key, replaced })
      }
      await router.replace({ name: 'token-key', params: { tokenId: newToken.id } })
    } catch (thrown) {
      // The service may have replaced the token. Then changes to the token still come from this replacement.
      onSending(isOutcomeUnknown.value)
      throw thrown
    }
  })

  /** Why this token can no longer be replaced. */
  const blockedReason = computed(() => {
    if (isOutcomeUnknown.value || busy.value || done.value) return undefined
    const { gone, replaced } = seen()
    const isGone = gone || error.value?.kind === 'not-found'
    const isReplaced = replaced || error.value?.kind === 'being-replaced'
    if (!isGone && !isReplaced) return undefined
    // An earlier attempt of this form with other choices succeeded, but its response was lost.
    if (lostBodies.length > 0) return 'lost'
    return isGone ? 'gone' : 'being-replaced'
  })

  useRefusalByRules(error)
  const service = useServiceErrors(error, () => ({ expiresAt: expiry(), accessLevel: level() }))
  const expiryError = computed(() => service.errorOf('expiresAt'))
  const levelError = computed(() => service.errorOf('accessLevel'))
  const formError = computed(() => {
    if (blockedReason.value) return t(`replacement.blockedReason.${blockedReason.value}`)
    if (!error.value) return undefined
    if (isOutcomeUnknown.value) return t('replacement.outcomeUnknown')
    return service.formError.value
  })

  return { replace, busy, done, blockedReason, formError, expiryError, levelError }
}
