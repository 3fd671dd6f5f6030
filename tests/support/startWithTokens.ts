import { startBackend } from '#src/kit/vitest.ts'
import { generate } from './tokens.ts'

/** Starts a backend in which an Admin has generated one token per minute, in this order. */
export async function startWithTokens(...wanted: Parameters<typeof generate>[1][]) {
  const { backend, demo } = await startBackend()
  const admin = backend.as('admin')
  for (const [minute, token] of wanted.entries()) {
    await demo.setView({ now: new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString() })
    await generate(admin, token)
  }
  return { backend, demo }
}
