import { useI18n } from 'vue-i18n'

import { limits } from '#src/api/generated/values.ts'
import { isolate } from '#src/ui/lib/isolate.ts'

import { useAccessLabels } from '../token/useAccessLabels.ts'
import type { TokenAdvice } from './adviceApi.ts'

type Change = TokenAdvice['changes'][number]
const reasons = ['notWritten', 'neverWritten', 'neverUsed'] as const

/** Texts that describe advice. */
export function useAdviceLabels() {
  const { t } = useI18n()
  const { formatFeatureList } = useAccessLabels()

  /** A sentence for each part of the advice: "ShipFast has not written to Contacts in 60 days: replace it with Read Only." */
  function sentences(
    { kind, changes }: TokenAdvice,
    token: { name: string; lastUsedAt: string | null },
  ): string[] {
    const name = isolate(token.name)
    switch (kind) {
      case 'unused':
        return [
          token.lastUsedAt === null
            ? t('advice.neverUsed', { name })
            : t('advice.unused', { name, days: limits.unusedDays }),
        ]
      case 'only_refused':
        return [t('advice.onlyRefused', { name, days: limits.onlyRefusedDays })]
      case 'unused_permissions':
        return reasons.flatMap((reason) => {
          const features = changes.filter((change) => reasonOf(change) === reason)
          if (features.length === 0) return []
          const names = formatFeatureList(features.map(({ feature }) => feature))
          return [
            t(`advice.permissions.${reason}`, { name, features: names, days: limits.unusedDays }),
          ]
        })
    }
  }

  return { sentences }
}

function reasonOf({ proposed, lastWrittenAt }: Change): (typeof reasons)[number] {
  if (proposed === 'no_access') return 'neverUsed'
  return lastWrittenAt === null ? 'neverWritten' : 'notWritten'
}
