import { startBackend } from '#src/kit/vitest.ts'

import { createToken } from './tokens.ts'

/** Starts a backend in which an Admin has generated one token per minute, in this order. */
export async function startDemoWithTokens(...wanted: Parameters<typeof createToken>[1][]) {
  const { backend, demo } = await startBackend()
  const admin = backend.as('admin')
  for (const [minute, token] of wanted.entries()) {
    await demo.setView({ now: new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString() })
    await createToken(admin, token)
  }
  return { backend, demo }
}
