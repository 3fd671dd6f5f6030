/** Programs that come with the operating system. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { run, say } from './setup.mjs'

/** A closed network must not hold the installation up for minutes. */
const impatient = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30']
const isRoot = process.getuid?.() === 0

/**
 * Looks for a program in the folders of PATH.
 *
 * @param {readonly string[]} names what it may be called.
 * @param {readonly string[]} moreFolders where else to look.
 * @returns {string | undefined} its path.
 */
export function onPath(names, moreFolders = []) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...moreFolders]
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return candidates.find((file) => existsSync(file))
}

/**
 * Installs packages with the system's package manager (apt-get, dnf or brew), all of them at once. Names that it does not
 * know are left out. Whether it worked shows in whether the programs are there afterwards.
 *
 * @param {readonly { apt?: readonly string[], dnf?: readonly string[], brew?: readonly string[] }[]} packages
 */
export async function installBySystem(packages) {
  const manager = ['apt-get', 'dnf', 'brew'].find(has)
  if (manager === undefined) return
  const namesFor = (key) => packages.flatMap((names) => names[key] ?? [])
  if (manager === 'apt-get') return aptInstall(namesFor('apt'))
  if (manager === 'dnf') return dnfInstall(namesFor('dnf'))
  for (const name of namesFor('brew')) await run('brew', ['install', ...name.split(' ')])
}

async function aptInstall(names) {
  await asRoot(['apt-get', 'update', '-qq', ...impatient])
  const known = names.filter((name) => succeeds('apt-cache', ['show', name]))
  if (known.length === 0) return
  await asRoot([
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...impatient,
    ...known,
  ])
}

async function dnfInstall(names) {
  if (names.length > 0) await asRoot(['dnf', 'install', '-y', '-q', '--skip-unavailable', ...names])
}

async function asRoot(command) {
  // Without a terminal nobody can type a password: sudo must fail instead of waiting for one.
  const sudo = isRoot ? [] : ['sudo', ...(process.stdout.isTTY ? [] : ['-n'])]
  const [program, ...args] = [...sudo, ...command]
  if (!isRoot) say(`${[program, ...args].join(' ')}\n  (sudo may ask for your password)`)
  // At the run level of a system that starts nothing, a package with a service installs it and leaves it at rest.
  await run(program, args, { RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' })
}

function has(program) {
  return succeeds(program, ['--version'])
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
