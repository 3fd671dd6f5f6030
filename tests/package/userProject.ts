import { type ChildProcessByStdio, exec, execFileSync, spawn } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'

import { onTestFinished } from 'vitest'

/** The folder of a project that uses the package, with the Node and npm of this machine. */
export interface UserProject {
  folder: string
  /** Writes files, and the folders above them. */
  write(files: Readonly<Record<string, string>>): void
  /** Runs a command of a shell. Returns its output. Rejects if it fails. */
  run(command: string): Promise<string>
  /** Starts a command of a shell. It is killed when the test has finished. */
  start(command: string): ChildProcessByStdio<null, Readable, Readable>
}

/** The file that `npm run build:package` has written. */
export function packageFile(): string {
  const [file] = globSync('dist/edesk-api-tokens-*.tgz')
  if (file === undefined) throw new Error('The package is missing: run npm run build:package.')
  return path.resolve(file)
}

/** Extracts the package into a folder, without its dependencies. */
export function extractPackage(folder: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', packageFile(), '-C', folder, '--strip-components=1'])
}

/** Creates an empty folder for a project. It is removed when the test has finished. */
export function createProject(settings: Readonly<Record<string, string>> = {}): UserProject {
  const folder = mkdtempSync(path.join(tmpdir(), 'edesk-package-'))
  const npmSettings = {
    npm_config_cache: path.join(folder, '.npm'),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
  const options = { cwd: folder, env: { ...userEnvironment(), ...npmSettings, ...settings } }
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(folder, name)
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
    },
    async run(command) {
      try {
        const { stdout, stderr } = await promisify(exec)(command, options)
        return stdout + stderr
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string }
        throw new Error(`${command}\n${stdout}${stderr}`, { cause: error })
      }
    },
    start(command) {
      // `exec` makes the shell become the command, so that signals reach it.
      const child = spawn(`exec ${command}`, {
        ...options,
        shell: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      return child
    },
  }
}

/** The environment of somebody who has not started these tests: without the programs of this project and without npm's variables. */
function userEnvironment(): Record<string, string> {
  const { HOME = '', PATH = '' } = process.env
  const folders = PATH.split(path.delimiter).filter((each) => !/node_modules[\\/]\.bin$/.test(each))
  return { HOME, PATH: folders.join(path.delimiter) }
}
