import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'

import { rows } from './rows.ts'

/** A minimal MSW set-up: one handler, without storage, session or checks. */
export async function startMock(): Promise<void> {
  const worker = setupWorker(http.get('/api/tokens', () => HttpResponse.json(rows)))
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
}
