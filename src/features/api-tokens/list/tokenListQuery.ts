import { defineQueryOptions } from '@pinia/colada'
import type { RouteLocation } from 'vue-router'

import { useSessionStore } from '#src/session/sessionStore.ts'

import { listTokens } from '../token/tokenApi.ts'
import { parseTokenListView, type TokenListView } from './tokenListView.ts'

type TokenList = Awaited<ReturnType<typeof listTokens>>

/** Preloaded tokens that no page has taken for this long are outdated. */
const maxAgeMs = 5_000

interface Preloaded {
  /** The session store of the application: tests start several applications in one page. */
  session: ReturnType<typeof useSessionStore>
  view: string
  at: number
  list: Promise<TokenList>
}

let preloaded: Preloaded | undefined

/** One page of the tokens that match the filter. `filterKey` tells the page when the list of another filter has arrived. */
export const tokenListQuery = defineQueryOptions((view: TokenListView) => ({
  key: ['tokens', 'list', view],
  query: async ({ signal }) => {
    const list = await (takePreloaded(view) ?? requestTokens(view, { signal }))
    return { ...list, filterKey: JSON.stringify(view.filter) }
  },
}))

/** Requests the tokens that the list will show, while the page's files load. Does nothing for users who may not see them. */
export function preloadTokenList(to: RouteLocation): void {
  const session = useSessionStore()
  if (!session.isAdmin || !session.canUseTokens) return
  const view = parseTokenListView(to.query)
  const list = requestTokens(view)
  // The query reports the error.
  list.catch(() => undefined)
  preloaded = { session, view: JSON.stringify(view), at: Date.now(), list }
}

/** Returns the preloaded tokens of a view, but only once: later requests need newer ones. */
function takePreloaded(view: TokenListView): Promise<TokenList> | undefined {
  const taken = preloaded
  preloaded = undefined
  if (taken?.session !== useSessionStore() || taken.view !== JSON.stringify(view)) return undefined
  return Date.now() - taken.at < maxAgeMs ? taken.list : undefined
}

function requestTokens(
  { filter, ...paging }: TokenListView,
  options?: { signal: AbortSignal },
): Promise<TokenList> {
  return listTokens({ ...paging, ...filter }, options)
}
