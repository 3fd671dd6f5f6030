#!/usr/bin/env node
/** `npx edesk-api-tokens`: serves the demo, or runs the host. This program and both applications are in the published package. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { endWithParent } from '../run/endWithParent.mjs'
import { dataCommandsHelp, runDataCommand } from '../serve/data/dataCommands.ts'
import { fail } from '../serve/fail.ts'
import { optionsHelp } from '../serve/options/describeOptions.ts'
import { hostOptions, portOption } from '../serve/options/hostOptions.ts'
import { readCommand } from '../serve/options/readCommand.ts'

const root = path.join(import.meta.dirname, '..')
const program = 'npx edesk-api-tokens'
const serveOptions = { port: portOption('4173') }

const help = `Usage:

  ${program} serve [--port PORT]
      serves the demo on http://localhost:4173

  ${program} host [options]
      serves the application and both APIs over HTTP on http://localhost:4174

${optionsHelp(hostOptions).replaceAll(/^/gm, '    ')}

${dataCommandsHelp(`${program} host`).replaceAll(/^/gm, '  ')}

  ${program} --version

The guides are in ${path.join(root, 'docs')}.`

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  async serve(args) {
    const { port } = readCommand(`${program} serve`, serveOptions, args)
    const { serveFolder } = await import('../serve/serveFolder.ts')
    serveFolder(path.join(root, 'demo'), { port, commandWithPort: withPort('serve') })
  },
  async host(args) {
    await runDataCommand(`${program} host`, args)
    const config = readCommand(`${program} host`, hostOptions, args)
    const { runHost } = await import('../serve/runHost.ts')
    await runHost(config, {
      app: path.join(root, 'app'),
      command: `${program} host`,
      commandWithPort: withPort('host'),
    })
  },
}

function withPort(command: string) {
  return (port: number) => `${program} ${command} --port ${port}`
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
