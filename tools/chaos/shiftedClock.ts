/**
 * Imported into a host before it starts. Its clock differs from the machine's by the milliseconds in the file that
 * EDESK_CHAOS_CLOCK names, and the clean-up, which runs each hour, runs a few times a second.
 */
import { readFileSync } from 'node:fs'

const file = process.env.EDESK_CHAOS_CLOCK ?? ''
const longMs = 60_000
const shortMs = 250

const machineNow = Date.now
const machineTimeout = globalThis.setTimeout

Date.now = () => machineNow() + Number(readFileSync(file, 'utf8'))
globalThis.setTimeout = Object.assign(
  (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
    machineTimeout(run, milliseconds < longMs ? milliseconds : shortMs, ...args),
  machineTimeout,
)
