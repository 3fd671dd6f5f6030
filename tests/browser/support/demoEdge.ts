import '#src/demo/demo.css'
import '#src/demo/panelParts.css'

import { onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { nextTick } from 'vue'

import { askedAnew } from '#src/api/changes.ts'
import DemoEdge from '#src/demo/DemoEdge.vue'
import { createDesk, deskKey } from '#src/demo/desk.ts'

import { show } from '../../kit/mount/show.ts'
import { type MountOptions, openApp } from '../../kit/vitest.ts'

export const handle = page.getByRole('button', { name: 'Demo panel' })
export const panel = page.getByRole('complementary', { name: 'Demo panel' })

/** Opens the application with the button of the demo panel beside it. `isOpen` opens the panel too. */
export async function openBesideDemo(
  options: MountOptions,
  { isOpen = false }: { isOpen?: boolean } = {},
) {
  const mounted = await openApp(options)
  const { demo, wrapper } = mounted
  // The styles of the demo select the application by its id in index.html.
  const app = document.querySelector('[data-v-app]')
  if (!app) throw new Error('The application is not mounted.')
  app.id = 'app'
  await demo.setView({ panel: isOpen })
  const application = { control: demo, router: wrapper.vm.$router, askedAnew }
  const desk = createDesk(application, await demo.state())
  show(DemoEdge, { install: (installed) => installed.provide(deskKey, desk) })
  onTestFinished(closePanel)
  return mounted
}

/** Closes the panel. An open panel changes the style sheets of the page, which later tests use too. */
async function closePanel(): Promise<void> {
  const button = handle.element()
  if (button.getAttribute('aria-expanded') !== 'true') return
  button.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await nextTick()
}
