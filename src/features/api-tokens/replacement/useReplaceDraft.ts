import { computed, ref } from 'vue'

import { featureValues } from '#src/api/generated/values.ts'

import { defaultExpiry, expiresAtOf, type WantedExpiry } from '../expiry.ts'
import { here } from '../here.ts'
import type { AccessLevel, Token } from '../tokenApi.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { Proposal } from './proposal.ts'
import type { KeepOldKey, Replacement } from './replacementApi.ts'

/** What is chosen for a replacement. It begins with the access that the token has, or with the one that is proposed. */
export function useReplaceDraft(token: Token, { access, leaked }: Proposal) {
  const fieldErrors = useFieldErrors()

  const level = ref<AccessLevel | undefined>(access?.level ?? token.accessLevel)
  /** For Custom: it begins with what the token may do now, whatever its level. */
  const permissions = ref(access?.level === 'custom' ? access.permissions : token.permissions)
  const expiry = ref<WantedExpiry>({ ...defaultExpiry })
  const keepOldKey = ref<KeepOldKey>(keepAtFirst())
  const submitted = ref(false)

  const start = asText()
  const dirty = computed(() => asText() !== start)

  const expiryFault = computed(() =>
    submitted.value ? fieldErrors.ofExpiry(expiry.value) : undefined,
  )

  /** What to ask for; undefined where something is wrong with it, which is told at its field. */
  function body(): Replacement | undefined {
    submitted.value = true
    const end = expiresAtOf(expiry.value, here.value)
    const accessLevel = level.value
    if (!end.ok || !accessLevel) return undefined
    return {
      accessLevel,
      ...(accessLevel === 'custom' ? { permissions: permissions.value } : {}),
      expiresAt: end.value,
      keepOldKey: keepOldKey.value,
    }
  }

  /** The same access, as an address of the form for a new token takes it. */
  const asNewToken = computed(() => {
    const chosen = featureValues.filter((feature) => permissions.value[feature] !== 'no_access')
    const features = chosen.map((feature) => [feature, permissions.value[feature]])
    return {
      name: token.name,
      ...(token.description ? { description: token.description } : {}),
      level: level.value,
      ...(level.value === 'custom' ? Object.fromEntries(features) : {}),
    }
  })

  function keepAtFirst(): KeepOldKey {
    // Nothing works with it any more.
    if (token.status === 'expired') return 'none'
    return leaked ? 'hour' : 'day'
  }

  function asText(): string {
    const chosen = level.value === 'custom' ? permissions.value : {}
    return JSON.stringify([level.value, chosen, expiry.value, keepOldKey.value])
  }

  return { level, permissions, expiry, keepOldKey, body, dirty, expiryFault, asNewToken }
}
