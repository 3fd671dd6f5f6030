import { useI18n } from 'vue-i18n'

import type { FieldError } from '#src/api/apiError.ts'
import { characterLimits } from '#src/api/generated/values.ts'
import { countCharacters } from '#src/shared/characters.ts'
import { grantsAccess } from '#src/shared/access.ts'
import { containsKey } from '#src/shared/keysInText.ts'
import { isolate } from '#src/ui/lib/isolate.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'

import { type AddressChoiceValue, allowedAddressesOf } from './addressChoice.ts'
import { toExpiresAt, type ExpiryChoiceValue } from './expiry.ts'
import { useTokenRules } from '../rules/useTokenRules.ts'
import type { AccessLevel, Permissions } from '../token/tokenApi.ts'

/** Error messages for the fields of a token, from validation in the browser. `useServiceErrors` has those of the service. */
export function useFieldErrors() {
  const { t, n } = useI18n()
  const rules = useTokenRules()

  function ofName(name: string): string | undefined {
    if (withoutInvisible(name) === '') return t('tokenForm.errors.nameRequired')
    return errorOfText(name.trim().replace(/\s+/gu, ' '), characterLimits.TokenName)
  }

  /** @param isRequired a rule of the business requires it. */
  function ofDescription(description: string, isRequired = false): string | undefined {
    if (isRequired && withoutInvisible(description) === '') return t('rules.form.description')
    return errorOfText(description.trim(), characterLimits.TokenDescription)
  }

  function ofExpiry(choice: ExpiryChoiceValue): string | undefined {
    const { longestLife } = rules.value
    const result = toExpiresAt(choice, businessNow.value, longestLife)
    if (result.ok) return undefined
    if (result.error === 'against-rule') return lifeMessage(longestLife)
    return t(`expiry.errors.${result.error}`)
  }

  /** A token that can do nothing is a mistake: its access can never change. */
  function ofPermissions(
    level: AccessLevel | undefined,
    permissions: Permissions,
  ): string | undefined {
    if (level !== 'custom' || grantsAccess(permissions)) return undefined
    return t('tokenForm.errors.featureRequired')
  }

  function ofAddresses(choice: AddressChoiceValue): string | undefined {
    if (allowedAddressesOf(choice)) return undefined
    return t(choice.ranges ? 'addresses.required' : 'addresses.wrong')
  }

  /** Says for how many days a token may work. */
  function lifeMessage(longestLife: number | null): string {
    const count = Number(longestLife)
    return t('rules.form.life', { count: n(count) }, count)
  }

  function errorOfText(text: string, limit: number): string | undefined {
    if (containsKey(text)) return t('ui.containsKey')
    return countCharacters(text) > limit ? t('tokenForm.errors.tooLong', { limit }) : undefined
  }

  /** Says that a name is taken, and by which token. */
  function takenMessage(token: FieldError['token']): string {
    if (!token) return t('tokenForm.errors.taken')
    const key = token.status === 'expired' ? 'takenByExpired' : 'takenBy'
    return t(`tokenForm.errors.${key}`, { name: isolate(token.name) })
  }

  return { ofName, ofDescription, ofExpiry, ofPermissions, ofAddresses, takenMessage }
}

/** Removes white space and invisible characters. */
function withoutInvisible(text: string): string {
  return text.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu, '')
}
