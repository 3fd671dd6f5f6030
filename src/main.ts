import './app/styles/styles.css'

import { useQueryCache } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'

import { basePath } from '#src/api/basePath.ts'
import { waitForBackend } from '#src/api/send.ts'

import App from './app/App.vue'
import { followChanges } from './app/followChanges.ts'
import { installApp } from './app/installApp.ts'
import { mountInLanguage } from './app/mountInLanguage.ts'
import { refetchSession } from './app/refetchSession.ts'
import { createAppRouter } from './app/router.ts'
import { settleForTests } from './app/settleForTests.ts'
import { consumeDemoLink } from './demo/consumeDemoLink.ts'
import { forgetPages } from './demo/forgetPages.ts'
import { pageLoaded } from './demo/pageLoaded.ts'

// Before the router reads the URL.
const link = __MOCK__ ? consumeDemoLink() : undefined
const router = createAppRouter()
const pinia = createPinia()

// The only place that starts the mock backend. A build for a real backend (`npm run build:real`) drops this block and all the
// code it loads. Nothing here waits for the mock: the shell renders first, and requests wait until the backend is ready.
if (__MOCK__ && link) {
  router.addRoute({
    path: '/demo',
    component: () => import('./demo/GalleryPage.vue'),
    meta: { public: true, standalone: true },
  })
  const loaded = pageLoaded(router, pinia)
  const backend = import('#src/mock/transports/browser.ts').then(({ startBackend }) =>
    startBackend({ base: basePath(), link, pageLoaded: loaded }),
  )
  waitForBackend(backend)
  void backend.then(({ demo: { startPath } }) => {
    const { path } = router.resolve(router.options.history.location)
    if (startPath !== undefined && path === '/') void router.replace(startPath)
  })
  void backend.then(async ({ demo }) => {
    await loaded
    const { mountDemoUi } = await import('./demo/mountDemoUi.ts')
    const application = {
      control: demo.control,
      router,
      forgetPages: () => forgetPages(useQueryCache(pinia)),
      refetchSession: () => refetchSession(pinia),
    }
    await mountDemoUi(demo, application, link)
  })
}

const app = createApp(App)
installApp(app, { router, pinia })
settleForTests(router, pinia)
// The mock notifies the tabs by itself.
if (!__MOCK__) followChanges(router, pinia)
mountInLanguage(app, link && link.size > 0 ? link : undefined)
