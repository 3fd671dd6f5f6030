import { useI18n } from 'vue-i18n'

import type { RuleName } from '#src/shared/tokenRules.ts'

/** Texts for rules and their values. */
export function useRuleLabels() {
  const { t, n } = useI18n()

  /** "90 days", "Only per feature", "Yes". The value is one of the activity: null if the rule is not in force. */
  function valueText(rule: RuleName, value: string | null): string {
    switch (rule) {
      case 'longest_life':
        return daysText(value, t('rules.values.none'))
      case 'pause_unused_after':
        return daysText(value, t('rules.values.never'))
      case 'full_access':
        return t(value === null ? 'rules.values.allowed' : 'rules.values.per_feature')
      case 'description_required':
      case 'addresses_required':
        return t(value === null ? 'rules.values.optional' : 'rules.values.required')
      case 'max_tokens':
        return value === null ? t('rules.values.none') : n(Number(value))
    }
  }

  function daysText(value: string | null, none: string): string {
    const days = Number(value)
    return value === null ? none : t('rules.values.days', { count: n(days) }, days)
  }

  return { valueText }
}
