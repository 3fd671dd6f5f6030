import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { onTestFinished, vi } from 'vitest'

import { isListening } from './listen.ts'
import { timeFactor } from './timeFactor.ts'

/** A program that can stand in front of a host. */
export interface ProxyProgram {
  name: string
  /** Undefined if it is not installed. */
  path: string | undefined
  /** Starts it on `port` in front of a host, with its file in docs/deploy. Only paths, ports and TLS are replaced. */
  start: (port: number, hostPort: number) => Promise<void>
}

const nginxPath = installed('NGINX_PATH', '/usr/sbin/nginx')
const caddyPath = installed('CADDY_PATH', '/usr/bin/caddy')

export const proxyPrograms: readonly ProxyProgram[] = [
  { name: 'nginx', path: nginxPath, start: startNginx },
  { name: 'Caddy', path: caddyPath, start: startCaddy },
]

/** `npm test` sets the variables. */
function installed(variable: string, file: string): string | undefined {
  return process.env[variable] ?? [file].find((candidate) => existsSync(candidate))
}

async function startNginx(port: number, hostPort: number): Promise<void> {
  const folder = temporaryFolder()
  const site = (await readFile('docs/deploy/nginx-host.conf', 'utf8'))
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^ *ssl_certificate.*$/gm, '')
    .replace('127.0.0.1:4174', `127.0.0.1:${hostPort}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  )
  const config = [
    'daemon off;',
    'master_process off;',
    `pid ${path.join(folder, 'nginx.pid')};`,
    'events {}',
    `http { access_log off; ${temporary.join(' ')}`,
    site,
    '}',
  ]
  writeFileSync(path.join(folder, 'nginx.conf'), config.join('\n'))
  await run(nginxPath ?? '', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], port)
}

async function startCaddy(port: number, hostPort: number): Promise<void> {
  const folder = temporaryFolder()
  const site = (await readFile('docs/deploy/Caddyfile', 'utf8')).replace(
    /^edesk\.example\.com /m,
    `http://edesk.example.com:${port} `,
  )
  const file = path.join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\tadmin off\n}\n${site}`)
  await run(caddyPath ?? '', ['run', '--adapter', 'caddyfile', '--config', file], port, {
    EDESK_UPSTREAM: `127.0.0.1:${hostPort}`,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  })
}

async function run(
  program: string,
  args: readonly string[],
  port: number,
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const child = spawn(program, args, { env: { ...process.env, ...environment }, stdio: 'ignore' })
  const exited = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  await vi.waitFor(
    async () => {
      if (!(await isListening(port))) throw new Error(`${program} does not listen.`)
    },
    { interval: 20, timeout: 4_000 * timeFactor },
  )
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-proxy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
