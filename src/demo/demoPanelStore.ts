import { inject, type InjectionKey, nextTick, readonly, ref, shallowRef } from 'vue'
import type { Router } from 'vue-router'

import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { showToast } from '#src/ui/lib/toast.ts'

import { withBasePath } from './scenarioLink.ts'

/** The parts of the application that the demo panel uses. */
export interface DemoHost {
  control: DemoControl
  router: Router
  /** Forgets the data of the pages that are not shown. */
  forgetPages: () => void
  /** Refetches the data of this tab, and waits for the session only: the pages wait for the rest. */
  refetchSession: () => Promise<unknown>
}

/** An empty page. While it is open, no component depends on data that the demo is about to replace. */
const emptyPage = '/demo/start'

/**
 * Creates the store of the demo panel: the demo's state, and actions that change it.
 *
 * @param first the initial state.
 */
export function createDemoPanelStore(
  { control, router, forgetPages, refetchSession }: DemoHost,
  first: DemoState,
) {
  const state = shallowRef(first)
  /** The error message of the last action, or an empty string. */
  const failure = ref('')
  /** When the state was read, as `performance.now()`. */
  const stateReadAt = ref(performance.now())

  router.addRoute({ path: emptyPage, component: { render: () => null }, meta: { public: true } })

  /** Reads the state. If that fails, for example without storage, the panel shows why and keeps the previous state. */
  async function refresh(): Promise<void> {
    await attempt(async () => {
      state.value = await control.state()
      stateReadAt.value = performance.now()
    })
  }

  /** Runs a task of the panel. If it fails, the panel shows the first error since the last action. */
  async function attempt(task: () => Promise<unknown>): Promise<void> {
    try {
      await task()
    } catch (error) {
      failure.value ||= error instanceof Error ? error.message : String(error)
    }
  }

  /**
   * Runs an action, shows the message it returns, and reads the new state.
   *
   * @param action returns the status message, or undefined for no message.
   */
  async function runAction(action: () => Promise<string | undefined>): Promise<void> {
    failure.value = ''
    await attempt(async () => {
      const message = await action()
      if (message !== undefined) showToast(message)
    })
    await refresh()
  }

  /**
   * Navigates to an empty page, and forgets the data of all pages. The current page may ask about unsaved input first.
   *
   * @returns false when the user stays on the page.
   */
  async function leavePage(): Promise<boolean> {
    // The shell has not shown any page yet.
    if (router.currentRoute.value.matched.length === 0) return true
    if (await router.push(emptyPage)) return false
    await nextTick()
    forgetPages()
    return true
  }

  /**
   * Opens the first page of the scenario, once the application has loaded the session.
   *
   * @param change the state, or a change that leads to it: requests wait until it is done.
   */
  async function openFirstPage(change: DemoState | Promise<DemoState>): Promise<void> {
    const [{ scenario }] = await Promise.all([change, refetchSession()])
    const { startPath } = scenarioOf(scenario)
    const failed = await router.replace(startPath)
    if (failed) location.replace(withBasePath(startPath))
  }

  /** Leaves the log-in page after a login through the panel, which that page does not notice by itself. */
  async function leaveLogInPage(): Promise<void> {
    const { name } = router.currentRoute.value
    if (name !== 'log-in') return
    await refetchSession()
    await router.replace('/')
  }

  return {
    control,
    router,
    state: readonly(state),
    stateReadAt: readonly(stateReadAt),
    failure: readonly(failure),
    refresh,
    attempt,
    runAction,
    leavePage,
    openFirstPage,
    leaveLogInPage,
  }
}

type DemoPanelStore = ReturnType<typeof createDemoPanelStore>

export const demoPanelKey: InjectionKey<DemoPanelStore> = Symbol('demo panel')

/** Returns the store of the demo panel. Throws outside of the panel. */
export function useDemoPanel(): DemoPanelStore {
  const store = inject(demoPanelKey)
  if (!store) throw new Error('useDemoPanel() can only be used inside the demo panel.')
  return store
}
