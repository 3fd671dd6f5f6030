import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The path of nginx, if it is installed. `npm test` sets NGINX_PATH. */
export const nginxPath =
  process.env.NGINX_PATH ?? ['/usr/sbin/nginx'].find((file) => existsSync(file))

export interface Nginx {
  /** The origins of the two sites: at a domain's root, and under /edesk/. */
  atRoot: string
  belowPath: string
  stop(): Promise<void>
}

/** Starts nginx with docs/deploy/nginx.conf. Replaces only its paths and ports. */
export async function startNginx(program: string): Promise<Nginx> {
  const folder = await mkdtemp(path.join(tmpdir(), 'edesk-nginx-'))
  await mkdir(path.join(folder, 'srv'))
  await symlink(path.resolve('dist/demo'), path.join(folder, 'srv/edesk'))
  const [first, second] = await freePorts()
  const ports = [first, second]
  const site = (await readFile('docs/deploy/nginx.conf', 'utf8'))
    .replaceAll('/srv', path.join(folder, 'srv'))
    .replaceAll('listen 80;', () => `listen 127.0.0.1:${ports.shift() ?? 0};`)
  await writeFile(path.join(folder, 'site.conf'), site)
  await writeFile(path.join(folder, 'nginx.conf'), mainConfig(folder, typesFile(program)))

  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr.on('data', (part) => (output += String(part)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const atRoot = `http://localhost:${first}`
  const belowPath = `http://localhost:${second}`
  await Promise.race([
    Promise.all([responding(atRoot), responding(belowPath)]),
    ended.then(() => Promise.reject(new Error(`nginx exited: ${output}`))),
  ])
  return {
    atRoot,
    belowPath,
    async stop() {
      child.kill('SIGQUIT')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

/** A main configuration like the system's nginx.conf. nginx writes all its files to `folder`. */
function mainConfig(folder: string, types: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  )
  return [
    'daemon off;',
    'master_process off;',
    `pid ${path.join(folder, 'nginx.pid')};`,
    'events {}',
    'http {',
    `include ${types};`,
    'access_log off;',
    ...temporary,
    `include ${path.join(folder, 'site.conf')};`,
    '}',
  ].join('\n')
}

/** Returns the path of the mime.types that nginx ships with. */
function typesFile(program: string): string {
  const { stderr } = spawnSync(program, ['-V'], { encoding: 'utf8' })
  const config = /--conf-path=(\S+)/.exec(stderr)?.[1] ?? '/etc/nginx/nginx.conf'
  return path.join(path.dirname(config), 'mime.types')
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()] as const
  const [first, second] = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return [first ?? 0, second ?? 0]
}

async function responding(origin: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isReady = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nginx does not respond at ${origin}`)
}
