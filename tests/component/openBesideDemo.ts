import { screen, within } from '@testing-library/dom'
import { onTestFinished } from 'vitest'

import { announceChange, askedAnew } from '#src/api/changes.ts'
import DemoEdge from '#src/demo/DemoEdge.vue'
import { createDesk, deskKey } from '#src/demo/desk.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { show } from '../kit/mount/show.ts'
import { type MountOptions, type Mounted, openApp } from '../kit/vitest.ts'
import { click } from './userActions.ts'

/** Opens the application with the demo panel open beside it. */
export async function openBesideDemo(options: MountOptions): Promise<Mounted> {
  const mounted = await openApp(options)
  const { demo, wrapper } = mounted
  await demo.setView({ panel: true })
  const control = announcing(demo)
  const application = { control, router: wrapper.vm.$router, askedAnew }
  const desk = createDesk(application, await control.state())
  show(DemoEdge, { install: (app) => app.provide(deskKey, desk) })
  return mounted
}

/** As in a page of the demo, where the backend announces these changes to every tab. */
function announcing(demo: DemoControl): DemoControl {
  const soon = <Result>(result: Result) => {
    setTimeout(announceChange)
    return result
  }
  return {
    ...demo,
    async setView(change) {
      const state = await demo.setView(change)
      const { as, now, advance } = change
      return [as, now, advance].every((one) => one === undefined) ? state : soon(state)
    },
    reset: () => demo.reset().then(soon),
    import: (file) => demo.import(file).then(soon),
  }
}

/** Replaces the clipboard of the page with one that refuses every text, until the test is over. */
export function refuseClipboard(): void {
  const writeText = () => Promise.reject(new Error('refused'))
  const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard')
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  onTestFinished(() => {
    if (before) Object.defineProperty(navigator, 'clipboard', before)
    else Reflect.deleteProperty(navigator, 'clipboard')
  })
}

/** What is looked for in a part of the panel. */
export function partOfPanel(name: 'Clock' | 'Faults' | 'Last requests') {
  return within(screen.getByRole('group', { name }))
}

/** Closes the panel and opens it again, which makes it ask for the last requests. */
export async function reopenPanel(): Promise<void> {
  await click('button', 'Demo panel')
  await click('button', 'Demo panel')
  await screen.findByRole('group', { name: 'Last requests' })
}
