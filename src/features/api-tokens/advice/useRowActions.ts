import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'

import { limits } from '#src/api/generated/values.ts'
import type { RuleName } from '#src/shared/tokenRules.ts'
import { isolate } from '#src/ui/lib/isolate.ts'

import type { AdvisedToken } from './adviceApi.ts'
import { replacementRoute } from './replacementRoute.ts'

/** An action that follows advice: a link if it has a route, otherwise a button. */
export interface RowAction {
  id:
    | 'requests'
    | 'grant'
    | 'remove'
    | 'replace'
    | 'limit'
    | 'edit'
    | 'leastUsed'
    | 'pause'
    | 'delete'
    | 'dismiss'
    | 'restore'
  text: string
  /** The accessible name. It contains the text, and names the token. */
  label: string
  to?: RouteLocationRaw
}

/** The actions that follow advice about a token. */
export function useRowActions() {
  const { t } = useI18n()

  function actionsFor({ token, advice, dismissedUntil }: AdvisedToken): RowAction[] {
    const action = (id: RowAction['id'], to?: RouteLocationRaw): RowAction => {
      const values = { name: isolate(token.name), days: limits.adviceDismissalDays }
      const text = t(`advice.actions.${id}.text`, values)
      const label = t(`advice.actions.${id}.label`, values)
      return { id, text, label, ...(to ? { to } : {}) }
    }
    const page = { name: 'token', params: { tokenId: token.id } }
    if (dismissedUntil !== null) return [action('restore')]
    const limit = () => action('limit', { ...page, query: { edit: 'addresses' } })
    const replacement = advice.proposed && replacementRoute(token.id, advice.proposed)
    switch (advice.kind) {
      case 'failing': {
        const requests = { ...page, params: { ...page.params, view: 'requests' } }
        const grant = replacement ? [action('grant', replacement)] : []
        return [action('requests', requests), ...grant, action('dismiss')]
      }
      case 'unused':
        return [action('pause'), action('delete'), action('dismiss')]
      case 'breaks_rule': {
        const breaks = (...rules: RuleName[]) => rules.some((rule) => advice.rules.includes(rule))
        return [
          ...(breaks('longest_life', 'full_access')
            ? [action('replace', { ...page, name: 'replace-token' })]
            : []),
          ...(breaks('description_required') ? [action('edit', page)] : []),
          ...(breaks('addresses_required') ? [limit()] : []),
          ...(breaks('pause_unused_after') ? [action('delete')] : []),
          // The newest tokens are too many, but another one may be needed less.
          ...(breaks('max_tokens')
            ? [action('leastUsed', { name: 'token-list', query: { sort: 'lastUsedAt' } })]
            : []),
          action('dismiss'),
        ]
      }
      case 'unused_permissions':
        return [...(replacement ? [action('remove', replacement)] : []), action('dismiss')]
      case 'few_addresses':
        return [limit(), action('dismiss')]
    }
  }

  return { actionsFor }
}
