import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { afterAll, onTestFinished } from 'vitest'

/** A folder with an application, for the files of one test file. */
export const folder = mkdtempSync(path.join(tmpdir(), 'edesk-host-'))
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>eDesk</title>')
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
/** Returns the path of a data file that does not exist. */
export const freshFile = () => path.join(folder, `data-${++files}`)

/** Starts the process of a host. It ends with the test. */
export function run(
  options: readonly string[],
  port = 0,
): ChildProcessByStdio<null, Readable, Readable> {
  const host = spawn(process.execPath, ['tools/serve/host.ts', '--app', folder, ...options], {
    // Hosts reuse the compile cache that the first one writes when it stops.
    env: { ...process.env, PORT: String(port), NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  return host
}

/** Starts the host and waits until it prints its port. */
export async function start(options: readonly string[]) {
  const host = run(options)
  let output = ''
  for await (const part of host.stdout) {
    output += String(part)
    const port = /ready on http:\/\/localhost:(\d+)\//.exec(output)?.[1]
    if (port !== undefined && output.includes('Ctrl+C')) return { host, output, port: Number(port) }
  }
  throw new Error(`The host has ended: ${output}`)
}

/** Runs a host that exits with an error. Returns its output and exit code. */
export async function runToFailure(options: readonly string[], port?: number) {
  const host = run(options, port)
  const [output, [code]] = await Promise.all([
    text(host.stderr),
    once(host, 'exit') as Promise<[number]>,
  ])
  return { output, code }
}

/** Whether something listens on a port of this machine. */
export async function isListening(port: number, address = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
