/**
 * Installs the npm packages before a command from package.json runs. Plain JavaScript for Node 20, without dependencies. All
 * other code runs on the Node from node_modules.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = path.join(root, 'node_modules')
const installedLockFile = path.join(modules, '.installed-lock')
const windows = process.platform === 'win32'
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Logs the current step. */
export function log(text) {
  console.log(`\n▸ ${text}`)
}

/** Prints the problem and its remedy, and exits with code 1. */
export function fail(problem, remedy) {
  console.error(`\n✗ ${problem}\n  ${remedy.replaceAll('\n', '\n  ')}\n`)
  process.exit(1)
}

/**
 * Runs a program and shows its output.
 *
 * @returns {Promise<number>} its exit code; 1 if it could not start.
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: searchPath(), ...env },
      shell: windows,
    })
    const stop = (signal) => child.kill(signal)
    for (const signal of stopSignals) process.on(signal, stop)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => {
      for (const signal of stopSignals) process.off(signal, stop)
      resolve(code ?? 1)
    })
  })
}

/** PATH for child processes: the programs of the packages first, including Node 24. */
function searchPath() {
  return [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter)
}

/** Installs the packages, unless they already match the lock file. */
export async function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    fail(
      `Node 20 or later is required. This is Node ${process.versions.node}.`,
      'Install a newer one from nodejs.org or with a version manager: nvm install 24',
    )
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(installedLockFile) && readFileSync(installedLockFile, 'utf8') === lock) return

  log('Installing the packages (about a minute the first time)')
  const code = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'])
  if (code !== 0) {
    fail(
      'The packages could not be installed.',
      'See the npm error above. Common causes:\n' +
        '- The package registry is unreachable: check the connection or the proxy, then try again.\n' +
        '- The disk is full: run npm cache clean --force, or free some space.\n' +
        '- This folder is not writable: clone into a folder of your own.',
    )
  }
  writeFileSync(installedLockFile, lock)
}
