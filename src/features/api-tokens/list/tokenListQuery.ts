import { defineQueryOptions } from '@pinia/colada'
import type { RouteLocation } from 'vue-router'

import { onChange } from '#src/api/changeNotifications.ts'
import { requestLanguage } from '#src/api/requestLanguage.ts'
import { type SessionStore, useSessionStore } from '#src/session/sessionStore.ts'

import { listTokens } from '../token/tokenApi.ts'
import { parseTokenListView, type TokenListView } from './tokenListView.ts'

type TokenList = Awaited<ReturnType<typeof listTokens>>

interface Preloaded {
  /** The session store of the application: tests start several applications in one page. */
  session: SessionStore
  view: string
  /** The person's language may be known only later, and names have another order in it. */
  language: string
  list: Promise<TokenList>
}

let preloaded: Preloaded | undefined
// After a change, the list needs newer tokens.
onChange(forgetPreloadedTokens)

/** One page of the tokens that match the filter. `filterKey` tells the page when the list of another filter has arrived. */
export const tokenListQuery = defineQueryOptions((view: TokenListView) => ({
  key: ['tokens', 'list', view],
  query: async ({ signal }) => {
    const list = await (takePreloaded(view) ?? requestTokens(view, { signal }))
    return { ...list, filterKey: JSON.stringify(view.filter) }
  },
}))

/** Requests the tokens that the list will show, while the page's files load. Does nothing for users who may not see them. */
export function preloadTokenList(to: RouteLocation, session: SessionStore): void {
  if (!session.isAdmin || !session.canUseTokens) return
  const view = parseTokenListView(to.query)
  const list = requestTokens(view)
  // The query reports the error.
  list.catch(() => undefined)
  preloaded = { session, view: JSON.stringify(view), language: requestLanguage(), list }
}

/** Forgets preloaded tokens that the list has not taken, for example because the user went to another page. */
export function forgetPreloadedTokens(): void {
  preloaded = undefined
}

/** Returns the preloaded tokens of a view, but only once: later requests need newer ones. */
function takePreloaded(view: TokenListView): Promise<TokenList> | undefined {
  const taken = preloaded
  forgetPreloadedTokens()
  const fits =
    taken?.session === useSessionStore() &&
    taken.view === JSON.stringify(view) &&
    taken.language === requestLanguage()
  return fits ? taken.list : undefined
}

function requestTokens(
  { filter, ...paging }: TokenListView,
  options?: { signal: AbortSignal },
): Promise<TokenList> {
  return listTokens({ ...paging, ...filter }, options)
}
