import { nextTick } from 'vue'
import {
  createRouter,
  createWebHistory,
  loadRouteLocation,
  type RouteLocation,
  type Router,
  type RouterHistory,
} from 'vue-router'

import { basePath } from '#src/api/basePath.ts'
import {
  forgetPreloadedTokens,
  preloadTokenList,
} from '#src/features/api-tokens/list/tokenListQuery.ts'
import { i18n } from '#src/locales/i18n.ts'
import { type SessionStore, useSessionStore } from '#src/session/sessionStore.ts'
import { takeKeyFromUrl } from '#src/ui/lib/keyFromUrl.ts'
import { requestPageFocus } from '#src/ui/lib/pageFocus.ts'
import { endToastOfPage, showToast } from '#src/ui/lib/toast.ts'

import { removeKeysFromUrl, extractKeys } from './keysInUrl.ts'
import { reloadForNewVersion } from './newVersion.ts'
import PageSkeleton from './PageSkeleton.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Public: no login needed. */
    public?: boolean
    /** The page of another application: shown without eDesk's header, and independent of the session. */
    standalone?: boolean
    /** The page may hold unsaved input, which must survive the end of a session. */
    hasUnsavedInput?: boolean
    /** The page takes a key that was removed from its URL. On the log-in page, the key waits for the page after the log-in. */
    takesRemovedKey?: boolean
    /** Requests the page's data as soon as the session is known, if the page is the first one. */
    preload?: (to: RouteLocation, session: SessionStore) => void
  }
}

/**
 * Creates the router with all routes of the application. Each page is a separate chunk.
 *
 * @param history the history to use; by default the browser's, below the base path.
 */
export function createAppRouter(history: RouterHistory = browserHistory()): Router {
  const router = createRouter({
    history,
    routes: [
      {
        path: '/login',
        name: 'log-in',
        component: () => import('#src/features/log-in/LogInPage.vue'),
        meta: { public: true, takesRemovedKey: true },
      },
      {
        path: '/',
        component: PageSkeleton,
        beforeEnter: () => ({ name: useSessionStore().isAdmin ? 'token-list' : 'ticket-list' }),
      },
      {
        path: '/tickets',
        name: 'ticket-list',
        component: () => import('#src/features/tickets/TicketListPage.vue'),
      },
      {
        path: '/tickets/:ticketId',
        name: 'ticket',
        component: () => import('#src/features/tickets/TicketPage.vue'),
        props: true,
      },
      {
        path: '/settings',
        component: () => import('./SettingsLayout.vue'),
        children: [
          { path: '', name: 'settings', component: () => import('./SettingsPage.vue') },
          {
            path: 'users',
            name: 'users',
            component: () => import('#src/features/people/UsersPage.vue'),
          },
          {
            path: 'plan',
            name: 'plan',
            component: () => import('#src/features/plan/PlanPage.vue'),
          },
          {
            path: 'api-tokens',
            component: () => import('#src/features/api-tokens/access-gate/TokenAccessGate.vue'),
            children: [
              {
                path: '',
                name: 'token-list',
                component: () => import('#src/features/api-tokens/list/TokenListPage.vue'),
                meta: { takesRemovedKey: true, preload: preloadTokenList },
              },
              {
                path: 'new',
                name: 'new-token',
                component: () => import('#src/features/api-tokens/create/NewTokenPage.vue'),
                meta: { hasUnsavedInput: true, takesRemovedKey: true },
              },
              {
                path: 'activity',
                name: 'token-activity',
                component: () => import('#src/features/api-tokens/activity/ActivityPage.vue'),
              },
              {
                path: 'found',
                name: 'leaked-keys',
                component: () => import('#src/features/api-tokens/leaked-keys/LeakedKeysPage.vue'),
                meta: { hasUnsavedInput: true },
              },
              {
                path: 'advice',
                name: 'token-advice',
                component: () => import('#src/features/api-tokens/advice/TokenAdvicePage.vue'),
              },
              {
                path: 'rules',
                name: 'token-rules',
                component: () => import('#src/features/api-tokens/rules/RulesPage.vue'),
                meta: { hasUnsavedInput: true },
              },
              {
                path: ':tokenId/replace',
                name: 'replace-token',
                component: () =>
                  import('#src/features/api-tokens/replacement/ReplaceTokenPage.vue'),
                props: true,
                meta: { hasUnsavedInput: true },
              },
              {
                path: ':tokenId/key',
                name: 'token-key',
                component: () => import('#src/features/api-tokens/key/TokenKeyPage.vue'),
                props: true,
              },
              {
                path: ':tokenId/:view(requests|activity|try-it)?',
                name: 'token',
                component: () => import('#src/features/api-tokens/details/TokenPage.vue'),
                props: true,
                meta: { hasUnsavedInput: true },
              },
            ],
          },
        ],
      },
      {
        path: '/help/getting-started',
        name: 'help-getting-started',
        component: () => import('#src/features/help/HelpPage.vue'),
        props: { article: 'started' },
      },
      {
        path: '/help/uses',
        name: 'help-uses',
        component: () => import('#src/features/help/HelpPage.vue'),
        props: { article: 'uses' },
      },
      {
        path: '/help/api',
        name: 'help-api',
        component: () => import('#src/features/api-reference/ReferencePage.vue'),
      },
      {
        path: '/apps/shipping',
        name: 'shipping-app',
        component: () => import('#src/features/shipping-app/ShippingPage.vue'),
        meta: { public: true, standalone: true },
      },
      {
        path: '/:rest(.*)*',
        name: 'not-found',
        component: () => import('./NotFoundPage.vue'),
        meta: { public: true },
      },
    ],
  })

  router.beforeEach((to) => {
    const address = extractKeys(to.fullPath)
    if (address === undefined) return true
    const { path, query, hash } = router.resolve(address)
    return { path, query, hash, replace: true }
  })
  router.beforeEach(async (to) => {
    if (to.meta.standalone) return true
    const session = useSessionStore()
    let page: Promise<unknown> | undefined
    if (!session.isKnown) {
      // Fetch the page's files in the meantime.
      page = loadRouteLocation(to)
      page.catch(() => undefined)
      await session.load()
      to.meta.preload?.(to, session)
    }
    // The session could not be loaded: stay here. The shell shows the error with a retry button.
    if (!session.isKnown) return false
    const isLoggedIn = session.user && session.status !== 'loggingOut'
    if (to.name === 'log-in' && isLoggedIn) return { path: '/' }
    if (!to.meta.public && !session.user)
      return { name: 'log-in', query: { returnTo: to.fullPath } }
    // Not left to the router: Vite loads a style sheet once, so a second attempt would succeed without it.
    await page
    return true
  })
  router.afterEach(async (to, from, failure) => {
    const firstPage = from.matched.length === 0
    // Keep the focus when only the query changes, for example between the pages of a list.
    if (failure || firstPage || to.path === from.path) return
    forgetPreloadedTokens()
    endToastOfPage()
    await nextTick()
    window.scrollTo(0, 0)
    requestPageFocus()
  })
  router.afterEach((to, _from, failure) => {
    if (failure || to.meta.takesRemovedKey) return
    if (takeKeyFromUrl()) showToast(i18n.global.t('app.keyRemoved'))
  })
  router.onError((error, to) => reloadForNewVersion(error, to.fullPath))
  return router
}

function browserHistory(): RouterHistory {
  // Before the router reads the address.
  removeKeysFromUrl()
  return createWebHistory(basePath())
}
