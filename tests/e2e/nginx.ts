import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where nginx is, if it is anywhere: `npm test` says so, having installed one where it can. */
export const nginxPath =
  process.env.NGINX_PATH ?? ['/usr/sbin/nginx'].find((file) => existsSync(file))

export interface Nginx {
  /** The origin of the server for a domain's root, and that of the one for /edesk/. */
  atRoot: string
  belowPath: string
  stop(): Promise<void>
}

/** Starts nginx with docs/deploy/nginx.conf, in which paths and ports are replaced and nothing else. */
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
  await writeFile(path.join(folder, 'nginx.conf'), around(folder, typesFile(program)))

  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (part) => (said += String(part)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const atRoot = `http://localhost:${first}`
  const belowPath = `http://localhost:${second}`
  await Promise.race([
    Promise.all([answering(atRoot), answering(belowPath)]),
    ended.then(() => Promise.reject(new Error(`nginx has ended: ${said}`))),
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

/** What the system's own nginx.conf has around a site, with all that nginx writes in a folder of its own. */
function around(folder: string, types: string): string {
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

/** The types of files that nginx comes with. */
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

async function answering(origin: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nginx does not answer at ${origin}`)
}
