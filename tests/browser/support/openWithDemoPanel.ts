import '#src/demo/demo.css'
import '#src/demo/panelParts.css'

import { useQueryCache } from '@pinia/colada'
import { onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { nextTick } from 'vue'

import { refetchSession } from '#src/app/refetchSession.ts'
import DemoDock from '#src/demo/DemoDock.vue'
import { createDemoPanelStore, demoPanelKey } from '#src/demo/demoPanelStore.ts'
import { forgetPages } from '#src/demo/forgetPages.ts'
import { show } from '#src/kit/mount/show.ts'
import { type MountOptions, openApp } from '#src/kit/vitest.ts'

export const handle = page.getByRole('button', { name: 'Demo panel' })
export const panel = page.getByRole('complementary', { name: 'Demo panel' })

/** Opens the application with the button of the demo panel beside it. `isOpen` opens the panel too. */
export async function openWithDemoPanel(
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
  const queries = useQueryCache()
  const application = {
    control: demo,
    router: wrapper.vm.$router,
    forgetPages: () => forgetPages(queries),
    refetchSession,
  }
  const store = createDemoPanelStore(application, await demo.state())
  show(DemoDock, { install: (installed) => installed.provide(demoPanelKey, store) })
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
