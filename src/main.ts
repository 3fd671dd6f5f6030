import './app/styles.css'
import './app/sharedParts.css'

import { createApp } from 'vue'

import { basePath } from '#src/api/basePath.ts'
import { askedAnew } from '#src/api/changes.ts'
import { waitForBackend } from '#src/api/connection.ts'

import App from './app/App.vue'
import { installApp } from './app/installApp.ts'
import { makeRouter } from './app/router.ts'
import { pageIsIdle } from './demo/pageIsIdle.ts'
import { takeLink } from './demo/takeLink.ts'

// Before the router reads the URL.
const link = __MOCK__ ? takeLink() : undefined
const router = makeRouter()

// The only place that starts the mock backend. A build for a real backend (`npm run build:real`) drops this block and all the
// code it loads. Nothing here waits for the mock: the shell renders first, and requests wait until the backend is ready.
if (__MOCK__ && link) {
  router.addRoute({
    path: '/demo',
    component: () => import('./demo/GalleryPage.vue'),
    meta: { open: true, standalone: true },
  })
  const backend = import('#src/mock/transports/browser.ts').then(({ startBackend }) =>
    startBackend({ base: basePath(), link }),
  )
  waitForBackend(backend)
  void backend.then(({ demo: { opens } }) => {
    const { path } = router.resolve(router.options.history.location)
    if (opens !== undefined && path === '/') void router.replace(opens)
  })
  void backend.then(async ({ demo }) => {
    await pageIsIdle()
    const { showDemo } = await import('./demo/showDemo.ts')
    await showDemo(demo, { control: demo.control, router, askedAnew }, link)
  })
}

const app = createApp(App)
installApp(app, { router })
app.mount('#app')
