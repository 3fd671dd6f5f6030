#!/usr/bin/env node
/** `npx edesk-api-tokens`: serves the demo, or runs the host. This program and both applications are in the published package. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { endWithParent } from '../run/endWithParent.mjs'
import { fail, hostOptions, hostUsage, readOptions } from '../serve/commandOptions.ts'

const root = path.join(import.meta.dirname, '..')
const program = 'npx edesk-api-tokens'
const portOption = { port: { type: 'string' } } as const

const help = `Usage:

  ${program} serve [--port PORT]
      serves the demo on http://localhost:4173

  ${program} host [--port PORT] [options]
      serves the application and both APIs over HTTP on http://localhost:4174
      --worlds               any number of backends at once, for parallel tests
      --data FILE            keeps the data in a file
      --host ADDRESS         accepts other machines; 0.0.0.0 means all
      --allow-host NAME      accepts another host name; repeat it for more names
      --trust-proxy ADDRESS  trusts the proxy at this address, or loopback

  ${program} --version

The guides are in ${path.join(root, 'docs')}.`

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  async serve(args) {
    const { port } = readOptions(args, portOption, `${program} serve [--port PORT]`)
    const { serveFolder } = await import('../serve/serveFolder.ts')
    serveFolder(path.join(root, 'demo'), listening('serve', port, 4173))
  },
  async host(args) {
    const usage = `${program} host [--port PORT] ${hostUsage}`
    const { port, ...options } = readOptions(args, { ...portOption, ...hostOptions }, usage)
    const { runHost } = await import('../serve/runHost.ts')
    await runHost({ ...options, app: path.join(root, 'app') }, listening('host', port, 4174))
  },
}

function listening(command: string, port: string | undefined, defaultPort: number) {
  return {
    // An empty text would become 0, any free port.
    port: port === undefined ? defaultPort : Number(port || Number.NaN),
    commandWithPort: (other: number) => `${program} ${command} --port ${other}`,
  }
}

function version(): string {
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

// npx and scripts of npm do not forward a signal to the program that they run.
if (process.env.npm_lifecycle_event !== undefined) endWithParent()

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (name === '--version' || name === '-v') console.log(version())
else if (name === '--help' || name === '-h' || (command && args.includes('--help')))
  console.log(help)
else if (command) await command(args)
else
  fail(
    `${name === '' ? 'A command is missing' : `Unknown command '${name}'`}: use ${program} serve or ${program} host, or see ${program} --help.`,
  )
