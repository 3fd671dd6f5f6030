import { computed, ref } from 'vue'

import { businessNow } from '#src/ui/lib/businessTime.ts'

import {
  addressChoiceOf,
  type AddressChoiceValue,
  allowedAddressesOf,
} from '../form/addressChoice.ts'
import { sameLifetime, toExpiresAt, type ExpiryChoiceValue } from '../form/expiry.ts'
import { accessQuery } from '../prefill/accessParameters.ts'
import { expiryQuery } from '../prefill/expiryParameter.ts'
import type { AccessLevel, Token } from '../token/tokenApi.ts'
import { useFieldErrors } from '../form/useFieldErrors.ts'
import { useFitToRules } from '../rules/useFitToRules.ts'
import { useTokenRules } from '../rules/useTokenRules.ts'
import type { Proposal } from './proposal.ts'
import type { KeepOldKey, Replacement } from './replacementApi.ts'

/** The state of the form for a replacement. It starts with the token's access or, if there is one, the proposed access. */
export function useReplaceDraft(token: Token, { access, leaked }: Proposal) {
  const fieldErrors = useFieldErrors()

  const level = ref<AccessLevel | undefined>(access?.level ?? token.accessLevel)
  /** For Custom. Without proposed permissions, it starts with what the token may do now, whatever its level. */
  const permissions = ref(access?.level === 'custom' ? access.permissions : token.permissions)
  const expiry = ref<ExpiryChoiceValue>(sameLifetime(token, businessNow.value.timeZone))
  const keepOldKey = ref<KeepOldKey>(defaultKeepOldKey())
  const addresses = ref<AddressChoiceValue>(addressChoiceOf(token.allowedAddresses))
  const rules = useTokenRules()
  const fitted = useFitToRules({ level, permissions, expiry, addresses })
  const submitted = ref(false)

  const start = serialize()
  const dirty = computed(() => serialize() !== start)

  const draftExpiryError = computed(() =>
    submitted.value ? fieldErrors.ofExpiry(expiry.value) : undefined,
  )

  const accessError = computed(() =>
    submitted.value ? fieldErrors.ofPermissions(level.value, permissions.value) : undefined,
  )
  const allowedAddresses = computed(() => allowedAddressesOf(addresses.value))
  const addressError = computed(() =>
    submitted.value ? fieldErrors.ofAddresses(addresses.value) : undefined,
  )
  /** When the new key would expire. Undefined while no valid date is chosen. */
  const expiresAt = computed(() => {
    const end = toExpiresAt(expiry.value, businessNow.value, rules.value.longestLife)
    return end.ok ? end.value : undefined
  })

  /** Returns the request body. Undefined if a choice is invalid; the field then shows its error. */
  function body(): Replacement | undefined {
    submitted.value = true
    const accessLevel = level.value
    if (expiresAt.value === undefined || !accessLevel || accessError.value) return undefined
    if (!allowedAddresses.value) return undefined
    return {
      accessLevel,
      ...(accessLevel === 'custom' ? { permissions: permissions.value } : {}),
      expiresAt: expiresAt.value,
      keepOldKey: keepOldKey.value,
      allowedAddresses: [...allowedAddresses.value],
    }
  }

  /** The URL query with which the form for a new token starts with the same access and expiry. */
  const newTokenQuery = computed(() => ({
    name: token.name,
    ...(token.description ? { description: token.description } : {}),
    ...accessQuery({ level: level.value, permissions: permissions.value }),
    ...expiryQuery(expiry.value),
  }))

  function defaultKeepOldKey(): KeepOldKey {
    // The old key no longer works.
    if (token.status === 'expired') return 'none'
    return leaked ? 'hour' : 'day'
  }

  function serialize(): string {
    const chosen = level.value === 'custom' ? permissions.value : {}
    const { isLimited, text } = addresses.value
    const limits = isLimited ? text : ''
    return JSON.stringify([level.value, chosen, expiry.value, keepOldKey.value, limits])
  }

  return {
    level,
    permissions,
    expiry,
    expiresAt,
    keepOldKey,
    addresses,
    allowedAddresses,
    body,
    dirty,
    accessError,
    addressError,
    draftExpiryError,
    newTokenQuery,
    fitted,
  }
}
