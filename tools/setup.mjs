/**
 * What the commands in package.json need first: the packages. Plain JavaScript that runs on Node 20 with nothing installed: everything else
 * runs on the Node that the packages bring along.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = path.join(root, 'node_modules')
const mark = path.join(modules, '.installed-lock')
const windows = process.platform === 'win32'
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Says what is being done. */
export function say(text) {
  console.log(`\n▸ ${text}`)
}

/** Ends the program with what went wrong and what to do about it. */
export function giveUp(problem, remedy) {
  console.error(`\n✗ ${problem}\n  ${remedy.replaceAll('\n', '\n  ')}\n`)
  process.exit(1)
}

/**
 * Runs a program with its output on the screen.
 *
 * @returns {Promise<number>} its exit code; 1 where it could not be started.
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

/** The search path for programs: those of the packages first, among them Node 24. */
export function searchPath() {
  return [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter)
}

/** Installs the packages, unless they are there as the lock file has them. */
export async function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    giveUp(
      `This needs Node 20 or later, and this is Node ${process.versions.node}.`,
      'Get a newer one from nodejs.org, or with a version manager: nvm install 24',
    )
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return

  say('Installing the packages (about a minute the first time)')
  const code = await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    EDESK_SETUP: 'yes',
  })
  if (code !== 0) {
    giveUp(
      'The packages could not be installed.',
      'npm has said why above. Usual reasons and remedies:\n' +
        '- no way to the package registry: check the connection or the proxy, then try again;\n' +
        '- no room left: npm cache clean --force, or free some space;\n' +
        '- no right to write here: clone into a folder of your own.',
    )
  }
  writeFileSync(mark, lock)
}
