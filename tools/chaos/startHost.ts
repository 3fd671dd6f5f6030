import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from '../run/freePort.ts'
import { type StartedServer, startProcess } from '../run/startProcess.ts'
import type { Chaos } from './scenario.ts'

const script = fileURLToPath(new URL('../serve/host.ts', import.meta.url))

interface HostOptions {
  port: number
  /** Options of the host, such as `--data FILE`. */
  options: readonly string[]
  nodeFlags?: readonly string[]
  env?: Record<string, string>
  /** A program that runs the host, with its arguments. */
  wrapper?: readonly string[]
}

/** Starts a host, and waits until it is ready. @throws Error with its output, if it does not start. */
export async function startHost(
  chaos: Pick<Chaos, 'folder' | 'compileCache' | 'faults' | 'atEnd'>,
  options: HostOptions,
): Promise<StartedServer> {
  if (!existsSync(chaos.compileCache)) {
    // Node writes no cache while it measures coverage.
    mkdirSync(chaos.compileCache, { recursive: true })
    // Only a host that stops writes the cache. It has other data, so the clients must not reach it.
    const first = await start(chaos, { port: Number(await freePort()), options: [] })
    await first.stop()
  }
  return start(chaos, options)
}

async function start(
  { folder, compileCache, faults, atEnd }: Parameters<typeof startHost>[0],
  { port, options, nodeFlags = [], env = {}, wrapper = [] }: HostOptions,
): Promise<StartedServer> {
  const app = path.join(folder, 'app')
  if (!existsSync(app)) {
    mkdirSync(app)
    writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>eDesk</title>')
  }
  const node = [process.execPath, ...nodeFlags, script, '--port', String(port), '--app', app]
  const host = await startProcess([...wrapper, ...node, ...options], {
    port,
    path: '/readyz',
    onEnd: (text) => faults.push(text),
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
  })
  atEnd(() => void host.kill())
  return host
}
