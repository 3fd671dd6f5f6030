import 'vuetify/styles'

import { createApp } from 'vue'
import { createVuetify } from 'vuetify'
import { aliases, mdi } from 'vuetify/iconsets/mdi-svg'

import FloorPage from './FloorPage.vue'
import { type Row, rows } from './rows.ts'

const vuetify = createVuetify({ icons: { defaultSet: 'mdi', aliases, sets: { mdi } } })
createApp(FloorPage, { rows: __MOCK__ ? mockedRows() : Promise.resolve(rows) })
  .use(vuetify)
  .mount('#app')

async function mockedRows(): Promise<readonly Row[]> {
  const { startMock } = await import('./mock.ts')
  await startMock()
  const response = await fetch('/api/tokens')
  return (await response.json()) as readonly Row[]
}
