/** Programs that come with the operating system. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { run } from './setup.mjs'

/**
 * Looks for a program in the folders of PATH.
 *
 * @param {readonly string[]} names what it may be called.
 * @param {readonly string[]} moreFolders where else to look.
 * @returns {string | undefined} its path.
 */
export function onPath(names, moreFolders = []) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...moreFolders]
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return candidates.find((file) => existsSync(file))
}

/**
 * Asks the system's package manager for a package. Whether that has worked shows in whether the program is there then.
 *
 * @param {string} debianName
 * @param {string} fedoraName
 */
export async function installBySystem(debianName, fedoraName = debianName) {
  const root = process.getuid?.() === 0
  const sudo = root ? [] : ['sudo', '-n']
  const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
  // At the run level of a system that starts nothing, a package with a service installs it and leaves it at rest.
  const step = ([command, ...args]) => run(command, args, { RUNLEVEL: '1' })
  if (has('apt-get')) {
    await step([...sudo, 'apt-get', 'update', '-qq'])
    await step([...sudo, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', debianName])
  } else if (has('dnf')) {
    await step([...sudo, 'dnf', 'install', '-y', '-q', fedoraName])
  }
}
