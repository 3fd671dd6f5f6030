import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'

import { limits } from '#src/api/generated/values.ts'
import { isolate } from '#src/ui/lib/isolate.ts'

import type { AdvisedToken } from './adviceApi.ts'
import { replacementRoute } from './replacementRoute.ts'

/** An action that follows advice: a link if it has a route, otherwise a button. */
export interface RowAction {
  id: 'requests' | 'grant' | 'remove' | 'pause' | 'delete' | 'dismiss' | 'restore'
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
    if (dismissedUntil !== null) return [action('restore')]
    const replacement = advice.proposed && replacementRoute(token.id, advice.proposed)
    switch (advice.kind) {
      case 'failing': {
        const requests = { name: 'token', params: { tokenId: token.id, view: 'requests' } }
        const grant = replacement ? [action('grant', replacement)] : []
        return [action('requests', requests), ...grant, action('dismiss')]
      }
      case 'unused':
        return [action('pause'), action('delete'), action('dismiss')]
      case 'unused_permissions':
        return [...(replacement ? [action('remove', replacement)] : []), action('dismiss')]
    }
  }

  return { actionsFor }
}
