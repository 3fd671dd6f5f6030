import { useI18n } from 'vue-i18n'

import { ruleNameValues } from '#src/api/generated/values.ts'
import type { RuleName } from '#src/shared/tokenRules.ts'
import { useDateStyle } from '#src/ui/composables/useDateStyle.ts'
import { formatInTimeZone } from '#src/ui/lib/formatInTimeZone.ts'
import { listText } from '#src/ui/lib/listText.ts'

import { useRuleLabels } from '../rules/useRuleLabels.ts'
import { useExpiryLabels } from '../token/useExpiryLabels.ts'
import { changedFeatures, parseAccess } from './accessChange.ts'
import type { Activity, ActivityChange } from './activityApi.ts'

/** A change in words. `before` is missing if there was no value before, and `after` if there is none now. */
export interface ChangeLine {
  label: string
  before?: string
  after?: string
  /** Somebody has typed the texts, so their language is unknown. */
  isTyped?: true
}

/** The fields not to show for an action, because the action implies them or because they mean nothing to users. */
const hiddenFields: Partial<Record<Activity['action'], readonly ActivityChange['field'][]>> = {
  created: ['name'],
  replaced: ['replaced_by'],
  paused: ['paused_at'],
  paused_by_rule: ['paused_at'],
  deleted: ['name', 'replaced_by', 'replaces'],
  retired: ['name', 'replaced_by', 'replaces'],
}

/**
 * Texts that describe changes.
 *
 * @param options `withZone`: names the time zone of each date, for texts outside the page.
 */
export function useChangeLabels({ withZone = false } = {}) {
  const { t, locale } = useI18n()
  const style = useDateStyle()
  const { moment, momentInZone } = useExpiryLabels()
  const { valueText } = useRuleLabels()

  /** The name of the user, or what did it without one. */
  function authorOf({ by, action }: Activity): string {
    return by?.name ?? t(action === 'paused_by_rule' ? 'activity.byRule' : 'activity.byRequest')
  }

  /** "Token Name: ShipFast → ShipFast EU", "Sales Orders: Read Only → Full Access" */
  function changeLines({ action, changes }: Activity): ChangeLine[] {
    return changes.flatMap((change) => linesOf(change, action))
  }

  function toList(texts: readonly string[]): string {
    return listText(texts, locale.value)
  }

  /** Names the changed fields: "Access, Expires". For a new or a deleted token, names its access level: "Read-only". */
  function summaryOf({ action, changes }: Activity): string {
    const access = changes.find(({ field }) => field === 'access')
    const level = parseAccess(access?.after ?? access?.before ?? null)?.level
    if (level && (action === 'created' || isDeletion(action))) return t(`apiTokens.levels.${level}`)
    const shown = changes.filter((change) => linesOf(change, action).length > 0)
    const names = shown.map(({ field }) => labelOf(field))
    return toList(names)
  }

  /** Returns no line for a field that is not shown. */
  function linesOf(change: ActivityChange, action: Activity['action']): ChangeLine[] {
    return hiddenFields[action]?.includes(change.field) ? [] : lineOf(change, action)
  }

  function lineOf(change: ActivityChange, action: Activity['action']): ChangeLine[] {
    const { field, before, after } = change
    const label = labelOf(field)
    if (isRule(field)) return [line(label, valueText(field, before), valueText(field, after))]
    switch (field) {
      case 'role': {
        const words = (role: string | null) => (role === null ? null : t(`roles.${role}`))
        return [line(label, words(before), words(after))]
      }
      case 'advice': {
        const words = (kind: string | null) =>
          kind === null ? null : t(`apiTokens.adviceGroups.${kind}`)
        return [line(label, null, words(before ?? after))]
      }
      case 'address':
      case 'program': {
        const words = (texts: string | null) => (texts === null ? null : toList(texts.split(' ')))
        return [line(label, words(before), words(after))]
      }
      case 'name':
        return [{ ...line(label, before, after), isTyped: true }]
      case 'key_ending':
        return [line(label, before, after)]
      case 'description': {
        const words = (text: string | null) => text ?? t('activity.noDescription')
        const [old, present] =
          action === 'changed' ? [words(before), words(after)] : [before, after]
        return [{ ...line(label, old, present), isTyped: true }]
      }
      case 'access':
        return accessLines(before, after)
      case 'expires_at': {
        const never = action === 'created' || isDeletion(action) ? null : t('activity.never')
        const words = (at: string | null) =>
          at === null ? never : (withZone ? momentInZone : moment)(at)
        return [line(label, words(before), words(after))]
      }
      case 'allowed_addresses': {
        const anywhere = action === 'changed' ? t('activity.anywhere') : null
        const words = (ranges: string | null) =>
          ranges === null ? anywhere : toList(ranges.split(' '))
        return [line(label, words(before), words(after))]
      }
      case 'paused_at':
        return [line(label, dateOf(before), dateOf(after))]
      case 'replaces':
        return after === null ? [] : [line(label, null, t('activity.oldKey'))]
      case 'replaced_by':
        return []
    }
  }

  function labelOf(field: ActivityChange['field']): string {
    return isRule(field) ? t(`apiTokens.rules.${field}`) : t(`activity.fields.${field}`)
  }

  function accessLines(before: string | null, after: string | null): ChangeLine[] {
    const [old, present] = [parseAccess(before), parseAccess(after)]
    const name = (access: typeof old) => (access ? t(`apiTokens.levels.${access.level}`) : null)
    // A replacement is compared with the token that it replaces.
    if (before !== null && before === after) {
      return [
        line(t('activity.fields.access'), null, t('activity.sameAccess', { level: name(present) })),
      ]
    }
    const same = old?.level === present?.level
    const level = line(t('activity.fields.access'), same ? null : name(old), name(present))
    const features = present ? changedFeatures(old, present) : []
    return [
      level,
      ...features.map((change) =>
        line(
          t(`apiTokens.features.${change.feature}`),
          change.before ? t(`apiTokens.permissions.${change.before}`) : null,
          t(`apiTokens.permissions.${change.after}`),
        ),
      ),
    ]
  }

  function dateOf(at: string | null): string | null {
    return at === null ? null : formatInTimeZone(new Date(at), 'dayAndMinute', style.value)
  }

  return { authorOf, changeLines, summaryOf }
}

function isRule(field: ActivityChange['field']): field is RuleName {
  return ruleNameValues.some((rule) => rule === field)
}

function isDeletion(action: Activity['action']): boolean {
  return action === 'deleted' || action === 'retired'
}

function line(label: string, before: string | null, after: string | null): ChangeLine {
  return {
    label,
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
  }
}
