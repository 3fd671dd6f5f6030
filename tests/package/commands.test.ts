import { once } from 'node:events'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'

import { beforeEach, describe, expect, it } from 'vitest'

import { version } from '../../package.json'
import {
  assetHeaders,
  pageHeaders,
  realPageHeaders,
  workerHeaders,
} from '../../tools/serve/securityHeaders.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { createProject, extractPackage, type UserProject } from './userProject.ts'

const bin = 'node_modules/edesk-api-tokens/bin/edesk-api-tokens.js'
const Accept = 'text/html'

let project: UserProject
beforeEach(() => {
  project = createProject()
  // Without its dependency, which only the Playwright kit needs.
  extractPackage(path.join(project.folder, 'node_modules/edesk-api-tokens'))
})

/** Starts a command that serves something on a free port, and waits until it prints its URL. */
async function serve(command: string) {
  const server = project.start(`${command} --port 0`)
  for await (const output of server.stdout) {
    const [url] = /http:\/\/localhost:\d+/.exec(String(output)) ?? []
    if (url !== undefined) return { server, url }
  }
  throw new Error(`The server has ended: ${await text(server.stderr)}`)
}

/** Runs a command that fails. Returns what it prints. */
async function failure(args: string): Promise<string> {
  const command = project.start(`node ${bin} ${args}`)
  const [message, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')])
  expect(code).toBe(1)
  return message
}

describe('npx edesk-api-tokens serve', () => {
  it('serves the demo with the headers of this project, and ends on SIGTERM', async () => {
    const { server, url } = await serve(`node ${bin} serve`)
    const page = await fetch(`${url}/settings/api-tokens`, { headers: { Accept } })
    const html = await page.text()
    expect(page.status).toBe(200)
    const [script = ''] = /assets\/[\w-]+\.js/.exec(html) ?? []
    for (const [file, headers] of [
      ['settings/api-tokens', pageHeaders],
      ['mockServiceWorker.js', workerHeaders],
      [script, assetHeaders],
    ] as const) {
      const response = await fetch(`${url}/${file}`, { headers: { Accept } })
      for (const [name, value] of Object.entries(headers))
        expect(response.headers.get(name), file).toBe(value)
    }
    server.kill('SIGTERM')
    expect(await once(server, 'exit')).toEqual([0, null])
  })

  it('ends if npx is ended, which does not forward the signal', async () => {
    const folder = path.join(project.folder, 'node_modules/.bin')
    mkdirSync(folder)
    symlinkSync(path.join(project.folder, bin), path.join(folder, 'edesk-api-tokens'))
    chmodSync(path.join(project.folder, bin), 0o755)
    const { server, url } = await serve('npx edesk-api-tokens serve')
    server.kill('SIGTERM')
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'serving',
            () => 'ended',
          ),
        { timeout: 5_000 * timeFactor },
      )
      .toBe('ended')
  })
})

describe('npx edesk-api-tokens host --worlds', () => {
  it('serves the application, and creates worlds with their data', async () => {
    const { url } = await serve(`node ${bin} host --worlds`)
    const page = await fetch(url, { headers: { Accept } })
    expect(page.headers.get('Content-Security-Policy')).toBe(
      realPageHeaders['Content-Security-Policy'],
    )
    const created = await fetch(`${url}/demo-control/v1/worlds`, {
      method: 'POST',
      body: JSON.stringify({ link: 'demo=tokens&demo.as=admin' }),
    })
    const { world } = (await created.json()) as { world: string }
    const headers = { 'X-Edesk-World': world }
    const list = await fetch(`${url}/api/tokens?search=ShipFast`, { headers })
    expect(await list.json()).toMatchObject({ items: [{ name: 'ShipFast' }] })
  })
})

describe('npx edesk-api-tokens', () => {
  it('prints its options and its version', async () => {
    expect(await project.run(`node ${bin} --version`)).toBe(`${version}\n`)
    const help = await project.run(`node ${bin} --help`)
    expect(help).toContain('npx edesk-api-tokens host [options]')
    expect(help).toContain('--trust-proxy ADDRESS')
    expect(await project.run(`node ${bin} serve --help`)).toBe(help)
  })

  it.each([
    ['', 'A command is missing: use npx edesk-api-tokens serve or npx edesk-api-tokens host'],
    ['srve', "Unknown command 'srve': use npx edesk-api-tokens serve or"],
    ['toString', "Unknown command 'toString'"],
    ['serve --prot 1', "Unknown option '--prot'. Options: --port, --print-config, --help"],
    ['serve --port', 'argument missing. Options: --port, --print-config, --help'],
    ['serve demo', "Unexpected argument 'demo'. Options: --port, --print-config, --help"],
    ['serve --port=', 'Wrong value “” of --port. Use a number from 0 to 65535.'],
    ['host --port 4190', 'No browser opens port 4190'],
    ['host --worlds --data file', '--worlds and --data exclude each other'],
  ])('%s: says what to do', async (args, message) => {
    expect(await failure(args)).toContain(message)
  })

  it('proposes another port if one is in use', async () => {
    const { url } = await serve(`node ${bin} serve`)
    const { port } = new URL(url)
    expect(await failure(`host --port ${port}`)).toBe(
      `Port ${port} is in use. Choose another one, for example: npx edesk-api-tokens host --port ${Number(port) + 1}\n`,
    )
  })
})
