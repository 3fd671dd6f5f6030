import { mount } from '@vue/test-utils'
import { onTestFinished, vi } from 'vitest'
import { h, shallowRef } from 'vue'

import { announceChange } from '#src/api/changeNotifications.ts'
import GuidedTour from '#src/demo/tour/GuidedTour.vue'
import { firstState, type TourState } from '#src/demo/tour/tourState.ts'
import { type MountOptions, type Mounted, openApp } from '#src/kit/vitest.ts'

/** Opens the application with the guided tour beside it. */
export async function openTour({
  from = {},
  ...options
}: MountOptions & { from?: Partial<TourState> }): Promise<Mounted> {
  const mounted = await openApp(options)
  startTour(mounted, from)
  return mounted
}

/** Starts the guided tour beside a mounted application. */
export function startTour({ demo, wrapper }: Mounted, from: Partial<TourState> = {}): void {
  // The demo announces every change to the page; this does the same.
  const setView: typeof demo.setView = async (change) => {
    const state = await demo.setView(change)
    announceChange()
    return state
  }
  vi.stubGlobal('edeskDemo', { ...demo, setView })
  const state = shallowRef<TourState | undefined>({ ...firstState('article'), ...from })
  const set = (next: TourState | undefined) => (state.value = next)
  const tour = mount(
    { render: () => h(GuidedTour, { state: state.value, 'onUpdate:state': set }) },
    { attachTo: document.body, global: { plugins: [wrapper.vm.$router] } },
  )
  onTestFinished(() => {
    tour.unmount()
    vi.unstubAllGlobals()
  })
}
