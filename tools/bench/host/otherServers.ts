import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { execFile } from 'node:child_process'

import { type StartedServer, startProcess } from '../../run/startProcess.ts'

/** Not dependencies: only this benchmark needs them. npm downloads them when it runs. */
const packages = ['autocannon@9.0.0', 'json-server@0.17.4', '@stoplight/prism-cli@5.16.0']
const installTimeoutMs = 300_000
const contract = fileURLToPath(new URL('../../../src/api/openapi.yaml', import.meta.url))

/** The records that json-server serves. */
export interface Samples {
  tickets: readonly { id: number }[]
  tags: readonly { id: number; tag_group_id: number }[]
}

/** Downloads the load generator and the servers to compare with into a folder. @throws Error without a network. */
export async function installOthers(folder: string): Promise<void> {
  const parameters = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder]
  await promisify(execFile)('npm', [...parameters, ...packages], { timeout: installTimeoutMs })
}

/** Starts json-server with these records. */
export async function startJsonServer(
  folder: string,
  port: number,
  samples: Samples,
): Promise<StartedServer> {
  const file = path.join(folder, 'records.json')
  await writeFile(file, JSON.stringify(samples))
  return startProcess([program(folder, 'json-server'), '--quiet', '--port', String(port), file], {
    port,
    path: '/tags',
  })
}

/** Starts Prism, which answers each operation of the contract with an example. */
export function startPrism(folder: string, port: number): Promise<StartedServer> {
  const command = [program(folder, 'prism'), 'mock', '--port', String(port), '--host', '127.0.0.1']
  return startProcess([...command, '--verboseLevel', 'silent', contract], {
    port,
    path: '/v1/whoami',
  })
}

function program(folder: string, name: string): string {
  return path.join(folder, 'node_modules', '.bin', name)
}
