import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'

import { rows } from './rows.ts'

/** MSW with the least that it can do: one handler, and no storage, session or checks behind it. */
export async function startMock(): Promise<void> {
  const worker = setupWorker(http.get('/api/tokens', () => HttpResponse.json(rows)))
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
}
