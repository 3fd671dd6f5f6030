import './app/styles.css'

import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'

import { waitForBackend } from '#src/api/connection.ts'

import App from './app/App.vue'
import { makeRouter } from './app/router.ts'
import { useVuetify } from './app/vuetify.ts'
import { offerTour } from './demo/tour/startTour.ts'
import { takeLink } from './demo/takeLink.ts'
import { i18n } from './locales/i18n.ts'

const router = makeRouter()

// The only place that knows of the emulated backend. A build for a real one (`npm run build:real`) drops this and all that it
// would load. Nothing waits for it here: the shell is painted first, and requests wait for their backend.
if (__MOCK__) {
  const link = takeLink()
  const starting = import('#src/mock/transports/browser.ts').then(({ startBackend }) =>
    startBackend({ base: import.meta.env.BASE_URL, link }),
  )
  waitForBackend(starting)
  void starting.then(({ demo: { opens, refused } }) => {
    const { path } = router.resolve(router.options.history.location)
    if (opens !== undefined && path === '/') void router.replace(opens)
    offerTour({ router, wanted: !refused && link.has('demo.tour') })
  })
}

const app = createApp(App)
app.use(createPinia())
app.use(PiniaColada, { queryOptions: { staleTime: 0 } })
app.use(i18n)
useVuetify(app)
app.use(router)
app.mount('#app')
