import { inject, type InjectionKey, readonly, ref, shallowRef } from 'vue'
import type { Router } from 'vue-router'

import type { DemoControl, DemoState } from '#src/mock/demo/demoControl.ts'
import { scenarioOf } from '#src/mock/scenarios/catalogue.ts'
import { showStatus } from '#src/ui/statusMessage.ts'

import { addressOf } from './scenarioLink.ts'

/** What the demo has of the application that it stands beside. */
export interface Application {
  control: DemoControl
  router: Router
  /** Waits until this tab has heard of a change that was just made, and has asked for everything anew. */
  askedAnew: () => Promise<void>
}

/** A page without anything on it, on which nothing holds on to what is about to go. */
const emptyPage = '/demo/start'

/**
 * Where the parts of the demo panel get the demo's state from, and act on it.
 *
 * @param first the state that the page has begun with.
 */
export function createDesk({ control, router, askedAnew }: Application, first: DemoState) {
  const state = shallowRef(first)
  /** Why the last thing that was tried has failed, in words. */
  const failure = ref('')
  /** When the state was taken, by the page's own time. */
  const taken = ref(performance.now())

  router.addRoute({ path: emptyPage, component: { render: () => null }, meta: { open: true } })

  /** Reads the state. Where it cannot be read, as without storage, the panel shows why and keeps the state of before. */
  async function look(): Promise<void> {
    await attempt(async () => {
      state.value = await control.state()
      taken.value = performance.now()
    })
  }

  /** Runs a task of the panel. The panel shows the first error since the last action. */
  async function attempt(task: () => Promise<void>): Promise<void> {
    try {
      await task()
    } catch (error) {
      failure.value ||= error instanceof Error ? error.message : String(error)
    }
  }

  /**
   * Does something, shows the state that it leads to, and tells of it.
   *
   * @param deed gives what to tell; nothing where there is nothing to tell.
   */
  async function act(deed: () => Promise<string | undefined>): Promise<void> {
    failure.value = ''
    await attempt(async () => {
      const news = await deed()
      if (news !== undefined) showStatus(news)
    })
    await look()
  }

  /**
   * Leaves the page, which may ask about what was typed.
   *
   * @returns whether it was left.
   */
  async function leave(): Promise<boolean> {
    // A shell that has never got to a page has none to leave.
    if (router.currentRoute.value.matched.length === 0) return true
    return (await router.push(emptyPage)) === undefined
  }

  /** To the page where the scenario begins, as soon as the application knows who is logged in. */
  async function begin(): Promise<void> {
    await askedAnew()
    const { opens } = scenarioOf((await control.state()).scenario)
    const failed = await router.replace(opens)
    if (failed) location.replace(addressOf(opens))
  }

  /** The log-in page does not notice by itself that somebody is logged in. */
  async function passLogIn(): Promise<void> {
    const { name } = router.currentRoute.value
    if (name !== 'log-in') return
    await askedAnew()
    await router.replace('/')
  }

  return {
    control,
    router,
    state: readonly(state),
    taken: readonly(taken),
    failure: readonly(failure),
    look,
    attempt,
    act,
    leave,
    begin,
    passLogIn,
  }
}

type Desk = ReturnType<typeof createDesk>

export const deskKey: InjectionKey<Desk> = Symbol('desk')

/** The demo that the panel is about. */
export function useDesk(): Desk {
  const desk = inject(deskKey)
  if (!desk) throw new Error('This part belongs into the demo panel.')
  return desk
}
