/** Finds and installs programs of the operating system. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { run, log } from '../setup/installPackages.mjs'

/** Without these limits, apt-get would wait for minutes in a closed network. */
const aptTimeouts = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30']
const isRoot = process.getuid?.() === 0

/**
 * Finds a program in the folders of PATH.
 *
 * @param {readonly string[]} names its possible names, in order of preference.
 * @param {readonly string[]} moreFolders more folders to search.
 * @returns {string | undefined} its path.
 */
export function onPath(names, moreFolders = []) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...moreFolders]
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return candidates.find((file) => existsSync(file))
}

/**
 * Installs packages with the system's package manager (apt-get, dnf or brew). Skips names that apt-get or dnf cannot install.
 * Reports no errors: the caller looks for the programs again afterwards.
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
  await asRoot(['apt-get', 'update', '-qq', ...aptTimeouts])
  // One package that cannot be installed would keep all others from being installed. `apt-cache show` knows more than can be.
  const known = [...new Set(names)].filter((name) =>
    succeeds('apt-get', ['install', '--simulate', '-qq', name]),
  )
  if (known.length === 0) return
  await asRoot([
    'apt-get',
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...aptTimeouts,
    ...known,
  ])
}

async function dnfInstall(names) {
  if (names.length > 0) await asRoot(['dnf', 'install', '-y', '-q', '--skip-unavailable', ...names])
}

async function asRoot(command) {
  // Without a terminal, sudo must fail instead of waiting for a password.
  const sudo = isRoot ? [] : ['sudo', ...(process.stdout.isTTY ? [] : ['-n'])]
  const [program, ...args] = [...sudo, ...command]
  if (!isRoot) log(`${[program, ...args].join(' ')}\n  (sudo may ask for your password)`)
  // With RUNLEVEL=1, Debian packages do not start the services that they install.
  await run(program, args, { RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' })
}

function has(program) {
  return succeeds(program, ['--version'])
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}
