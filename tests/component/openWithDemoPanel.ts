import { useQueryCache } from '@pinia/colada'
import { screen, within } from '@testing-library/dom'
import { onTestFinished } from 'vitest'

import { announceChange } from '#src/api/changeNotifications.ts'
import { refetchSession } from '#src/app/refetchSession.ts'
import DemoDock from '#src/demo/DemoDock.vue'
import { createDemoPanelStore, demoPanelKey } from '#src/demo/demoPanelStore.ts'
import { forgetPages } from '#src/demo/forgetPages.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import { show } from '#src/kit/mount/show.ts'
import { type MountOptions, type Mounted, openApp } from '#src/kit/vitest.ts'

import { click } from './userActions.ts'

/** Opens the application with the demo panel open beside it. */
export async function openWithDemoPanel(options: MountOptions): Promise<Mounted> {
  const mounted = await openApp(options)
  const { demo, wrapper } = mounted
  await demo.setView({ panel: true })
  const control = announcing(demo)
  const queries = useQueryCache()
  const application = {
    control,
    router: wrapper.vm.$router,
    forgetPages: () => forgetPages(queries),
    refetchSession,
  }
  const store = createDemoPanelStore(application, await control.state())
  show(DemoDock, { install: (app) => app.provide(demoPanelKey, store) })
  return mounted
}

/** Announces changes to the page, as the backend of the demo does for every tab. */
function announcing(demo: DemoControl): DemoControl {
  const announce = <Result>(result: Result) => {
    setTimeout(announceChange)
    return result
  }
  return {
    ...demo,
    async setView(change) {
      const state = await demo.setView(change)
      const { as, now, advance } = change
      return [as, now, advance].every((one) => one === undefined) ? state : announce(state)
    },
    reset: () => demo.reset().then(announce),
    import: (file) => demo.import(file).then(announce),
  }
}

/** Replaces the clipboard of the page during the test with one that rejects every text. */
export function refuseClipboard(): void {
  const writeText = () => Promise.reject(new Error('refused'))
  const original = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  onTestFinished(() => {
    if (original) Object.defineProperty(navigator, 'clipboard', original)
    else Reflect.deleteProperty(navigator, 'clipboard')
  })
}

/** Returns queries for a part of the panel. */
export function panelSection(name: 'Clock' | 'Faults' | 'Recent requests') {
  return within(screen.getByRole('group', { name }))
}

/** Closes the panel and opens it again, so that it reloads the last requests. */
export async function reopenPanel(): Promise<void> {
  await click('button', 'Demo panel')
  await click('button', 'Demo panel')
  await screen.findByRole('group', { name: 'Recent requests' })
}
