import { spawn } from 'node:child_process'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'

import { listen } from '../support/listen.ts'
import { packageFile } from './userProject.ts'

interface Manifest {
  name: string
  version: string
}

/**
 * Starts a registry on this machine, for one test. It has the package, and the packages of this project in their versions, so
 * that npm installs without a network.
 *
 * @returns its URL, and the names of the packages that npm has installed from it.
 */
export async function startRegistry(): Promise<{ url: string; installed: ReadonlySet<string> }> {
  const installed = new Set<string>()
  let url = ''
  const port = await listen(
    createServer((request, response) => {
      const [, name = '', file] =
        /^\/(.+?)(\/-\/.+)?$/.exec(decodeURIComponent(request.url ?? '')) ?? []
      const folder = folderOf(name)
      if (request.method !== 'GET' || !existsSync(folder)) response.writeHead(404).end('{}')
      else if (file === undefined) response.end(JSON.stringify(described(folder, url)))
      else {
        installed.add(name)
        sendArchive(name, folder, response)
      }
    }),
  )
  url = `http://localhost:${port}`
  return { url, installed }
}

function folderOf(name: string): string {
  return name === 'edesk-api-tokens' ? 'dist/package' : path.join('node_modules', name)
}

/** Describes a package as a registry does, with a single version. */
function described(folder: string, url: string) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
  const { name, version } = manifest
  const dist = { tarball: `${url}/${name}/-/${version}.tgz` }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } }
}

function sendArchive(name: string, folder: string, response: ServerResponse): void {
  if (folder === 'dist/package') {
    createReadStream(packageFile()).pipe(response)
    return
  }
  // npm ignores the name of the first folder in an archive.
  const tar = spawn('tar', ['-czf', '-', path.basename(name)], { cwd: path.dirname(folder) })
  tar.stdout.pipe(response)
}
