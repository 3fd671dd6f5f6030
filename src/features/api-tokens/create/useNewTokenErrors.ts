import { computed, type Ref, ref } from 'vue'
import { useI18n } from 'vue-i18n'

import type { ApiError } from '#src/api/apiError.ts'

import { useFieldErrors } from '../form/useFieldErrors.ts'
import { useServiceErrors } from '../form/useServiceErrors.ts'
import { useTokenRules } from '../rules/useTokenRules.ts'
import type { PrefillLink } from '../prefill/parsePrefillLink.ts'
import type { useTokenDraft } from '../prefill/useTokenDraft.ts'
import { useTakenName } from './useTakenName.ts'
import type { useTokenCreation } from './useTokenCreation.ts'

interface Submission {
  error: Readonly<Ref<ApiError | undefined>>
  /** The form is creating its token, or has created it. */
  isSent: () => boolean
}

/** The errors of the form for a new token: from its validation, from the service, and from the check of the name. */
export function useNewTokenErrors(
  { name, description, level, permissions, expiry, addresses }: ReturnType<typeof useTokenDraft>,
  link: PrefillLink,
  { isOutcomeUnknown, mayHaveLostKey }: ReturnType<typeof useTokenCreation>,
  { error, isSent }: Submission,
) {
  const { t } = useI18n()
  const rules = useTokenRules()
  const validation = useFieldErrors()
  const takenName = useTakenName(name)
  const service = useServiceErrors(error, () => ({
    name: name.value,
    description: description.value,
    expiresAt: expiry.value,
    accessLevel: level.value,
  }))
  const isSubmitted = ref(false)

  /** The token that has the name, found when the user left the field. Not while the form creates that token itself. */
  const foundToken = computed(() =>
    isSent() || mayHaveLostKey(name.value) ? undefined : takenName.takenBy.value,
  )
  const takenBy = computed(() => foundToken.value ?? service.takenBy.value)

  const nameError = computed(() => {
    if (foundToken.value) return validation.takenMessage(foundToken.value)
    if (!isSubmitted.value) return undefined
    const fromService = service.errorOf('name')
    const isLost = fromService && service.isTaken.value && mayHaveLostKey(name.value)
    return validation.ofName(name.value) ?? (isLost ? t('tokenForm.lostAttempt') : fromService)
  })
  const descriptionError = computed(() =>
    isSubmitted.value
      ? (validation.ofDescription(description.value, rules.value.descriptionRequired) ??
        service.errorOf('description'))
      : undefined,
  )
  const expiryError = computed(() => {
    // Validate an expiry from the link at once, because the user didn't choose it.
    if (!isSubmitted.value && expiry.value !== link.expires) return undefined
    return validation.ofExpiry(expiry.value) ?? service.errorOf('expiresAt')
  })
  const levelError = computed(() => {
    if (!isSubmitted.value) return undefined
    return level.value ? service.errorOf('accessLevel') : t('tokenForm.errors.levelRequired')
  })
  const matrixError = computed(() =>
    isSubmitted.value ? validation.ofPermissions(level.value, permissions.value) : undefined,
  )
  const addressError = computed(() =>
    isSubmitted.value ? validation.ofAddresses(addresses.value) : undefined,
  )
  /** An error that no field shows. */
  const formError = computed(() =>
    error.value && isOutcomeUnknown.value ? t('tokenForm.outcomeUnknown') : service.formError.value,
  )

  /** Looks for a token with the name, when the user leaves the field. */
  async function checkName(): Promise<void> {
    // A text with a key must not be sent.
    if (validation.ofName(name.value) === undefined) await takenName.check()
  }

  /** Shows the errors of all fields from now on. The service decides whether the name is taken. */
  function showAll(): void {
    isSubmitted.value = true
    takenName.forget()
  }

  return {
    nameError,
    takenBy,
    descriptionError,
    expiryError,
    levelError,
    matrixError,
    addressError,
    formError,
    checkName,
    showAll,
  }
}
