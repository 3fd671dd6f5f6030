import { useI18n } from 'vue-i18n'

import { limits } from '#src/api/generated/values.ts'
import type { RuleName } from '#src/shared/tokenRules.ts'
import { listText } from '#src/ui/lib/listText.ts'

import type { Feature, Permission } from '../token/tokenApi.ts'
import type { TokenAdvice } from './adviceApi.ts'

type Change = TokenAdvice['changes'][number]
const reasons = ['neverUsed', 'neverChanged', 'notChanged'] as const
/** With more unused features than this, the used ones are fewer words. */
const maxChanges = 4

/** Texts that describe advice. */
export function useAdviceLabels() {
  const { t, locale } = useI18n()

  /** What the advice is based on: "Never used: Channels (read)", "Breaks: Longest life". */
  function facts({ kind, rules, addresses, changes, proposed }: TokenAdvice): string[] {
    if (kind === 'breaks_rule') {
      return [t('advice.facts.breaks', { rules: listOf(rules.map(ruleInWords)) })]
    }
    if (kind === 'few_addresses') {
      if (addresses.length === 0) return []
      return [t('advice.facts.onlyFrom', { addresses: listOf(addresses) })]
    }
    if (kind === 'failing') {
      if (changes.length === 0) return []
      return [t('advice.facts.needs', { features: featureList(changes, 'proposed') })]
    }
    if (proposed && changes.length > maxChanges) {
      const used = Object.entries(proposed.permissions) as [Feature, Permission][]
      const permissions = used.filter(([, permission]) => permission !== 'no_access')
      const features = permissions.map(([feature, permission]) => inWords(feature, permission))
      return [t('advice.facts.onlyUses', { features: listOf(features) })]
    }
    return reasons.flatMap((reason) => {
      const features = changes.filter((change) => reasonOf(change) === reason)
      if (features.length === 0) return []
      const values = { features: featureList(features, 'present'), days: limits.unusedDays }
      return [t(`advice.facts.${reason}`, values)]
    })
  }

  function featureList(changes: readonly Change[], which: 'present' | 'proposed'): string {
    return listOf(changes.map((change) => inWords(change.feature, change[which])))
  }

  /** "Channels (read)" */
  function inWords(feature: Feature, permission: Permission): string {
    const words = { feature: t(`apiTokens.features.${feature}`) }
    return permission === 'full_access'
      ? t('apiTokens.inWords.full', words)
      : t('apiTokens.inWords.read', words)
  }

  function ruleInWords(rule: RuleName): string {
    return t(`apiTokens.rules.${rule}`)
  }

  function listOf(names: readonly string[]): string {
    return listText(names, locale.value)
  }

  return { facts }
}

function reasonOf({ proposed, lastWrittenAt }: Change): (typeof reasons)[number] {
  if (proposed === 'no_access') return 'neverUsed'
  return lastWrittenAt === null ? 'neverChanged' : 'notChanged'
}
