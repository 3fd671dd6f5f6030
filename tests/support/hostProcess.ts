import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import { inject, onTestFinished } from 'vitest'

/** A folder with an application, for data files. Each process of the tests has its own. */
export const folder = mkdtempSync(path.join(inject('hostFolder'), 'process-'))
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>eDesk</title>')
let files = 0
/** Returns the path of a data file that does not exist. */
export const freshFile = () => path.join(folder, `data-${++files}`)

interface RunOptions {
  port?: number | undefined
  /** Options of Node itself. */
  nodeFlags?: readonly string[]
}

/** Starts the process of a host, or one of its commands. It ends with the test. */
export function run(
  args: readonly string[],
  { port = 0, nodeFlags = [] }: RunOptions = {},
): ChildProcessByStdio<null, Readable, Readable> {
  const host = spawn(process.execPath, [...nodeFlags, 'tools/serve/host.ts', ...args], {
    env: {
      ...process.env,
      PORT: String(port),
      EDESK_APP: folder,
      // Hosts reuse the compile cache that the first one writes when it stops.
      NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  return host
}

/** Starts the host and waits until it prints its port. */
export async function start(args: readonly string[], options?: RunOptions) {
  const host = run(args, options)
  let output = ''
  for await (const part of host.stdout) {
    output += String(part)
    const port = /ready on http:\/\/localhost:(\d+)\//.exec(output)?.[1]
    if (port !== undefined && output.includes('Ctrl+C')) return { host, output, port: Number(port) }
  }
  throw new Error(`The host has ended: ${output}`)
}

/** Runs a host or a command that ends by itself. Returns what it prints and its exit code. */
export async function runToEnd(args: readonly string[], options?: RunOptions) {
  const host = run(args, options)
  const [output, errors, [code]] = await Promise.all([
    text(host.stdout),
    text(host.stderr),
    once(host, 'exit') as Promise<[number]>,
  ])
  return { output, errors, code }
}

/** Runs a host that exits with an error. Returns its error output and exit code. */
export async function runToFailure(args: readonly string[], port?: number) {
  const { errors, code } = await runToEnd(args, { port })
  return { output: errors, code }
}
