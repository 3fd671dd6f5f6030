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

// Before the router reads the address.
const link = __MOCK__ ? takeLink() : undefined
const router = makeRouter()

// The only place that knows of the emulated backend. A build for a real one (`npm run build:real`) drops this and all that it
// would load. Nothing waits for it here: the shell is painted first, and requests wait for their backend.
if (__MOCK__ && link) {
  router.addRoute({
    path: '/demo',
    component: () => import('./demo/GalleryPage.vue'),
    meta: { open: true, standalone: true },
  })
  const starting = import('#src/mock/transports/browser.ts').then(({ startBackend }) =>
    startBackend({ base: basePath(), link }),
  )
  waitForBackend(starting)
  void starting.then(({ demo: { opens } }) => {
    const { path } = router.resolve(router.options.history.location)
    if (opens !== undefined && path === '/') void router.replace(opens)
  })
  void starting.then(async ({ demo }) => {
    await pageIsIdle()
    const { showDemo } = await import('./demo/showDemo.ts')
    await showDemo(demo, { control: demo.control, router, askedAnew }, link)
  })
}

const app = createApp(App)
installApp(app, { router })
app.mount('#app')
