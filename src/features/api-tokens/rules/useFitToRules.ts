import { type Ref, shallowRef, watch } from 'vue'

import { businessNow } from '#src/ui/lib/businessTime.ts'

import { type Correction, fitToRules, type RuledChoices } from './fitToRules.ts'
import { useTokenRules } from './useTokenRules.ts'

/** How the choices of a form were made to fit the rules. */
export interface Fitted {
  /** The rules have changed since the form was opened. */
  haveRulesChanged: boolean
  corrections: readonly Correction[]
}

/**
 * Makes the choices of a form fit the rules of the business, now and whenever the rules change. Returns what to tell the user:
 * nothing is corrected silently.
 */
export function useFitToRules(fields: { [Name in keyof RuledChoices]: Ref<RuledChoices[Name]> }) {
  const rules = useTokenRules()
  const fitted = shallowRef<Fitted>({ haveRulesChanged: false, corrections: fit() })

  watch(
    () => JSON.stringify(rules.value),
    () => (fitted.value = { haveRulesChanged: true, corrections: fit() }),
    // Before the form shows choices that are no longer offered.
    { flush: 'sync' },
  )

  function fit(): Correction[] {
    const { level, permissions, expiry, addresses } = fields
    const present = {
      level: level.value,
      permissions: permissions.value,
      expiry: expiry.value,
      addresses: addresses.value,
    }
    const { choices, corrections } = fitToRules(present, rules.value, businessNow.value)
    if (corrections.includes('access')) {
      level.value = choices.level
      permissions.value = choices.permissions
    }
    if (corrections.includes('expiry')) expiry.value = choices.expiry
    if (corrections.includes('addresses')) addresses.value = choices.addresses
    return corrections
  }

  return fitted
}
