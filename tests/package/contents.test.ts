import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { componentNodeVersions, nodeVersions } from '#src/kit/nodeVersions.ts'

import { recentFunctions } from '../../tools/build/supportedBrowsers.ts'
import { extractPackage } from './userProject.ts'

interface Manifest {
  engines: { node: string }
  bin: Record<string, string>
  exports: Record<string, string | Record<string, string>>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional: boolean }>
  scripts?: unknown
}

const folder = mkdtempSync(path.join(tmpdir(), 'edesk-contents-'))
afterAll(() => rmSync(folder, { recursive: true }))

let manifest: Manifest
beforeAll(() => {
  extractPackage(folder)
  manifest = JSON.parse(read('package.json')) as Manifest
})

it('has every file that its package.json names', () => {
  const named = [...Object.values(manifest.bin), ...Object.values(manifest.exports)]
  const files = named.flatMap((each) => (typeof each === 'string' ? each : Object.values(each)))
  expect(files).toContain('./kit/playwright.d.ts')
  expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([])
})

it('installs one package, runs no script, and leaves the peers to those who need them', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['axe-core'])
  expect(manifest).not.toHaveProperty('scripts')
  const optional = Object.entries(manifest.peerDependenciesMeta)
  expect(optional.map(([name]) => name)).toEqual(Object.keys(manifest.peerDependencies))
  expect(optional.every(([, meta]) => meta.optional)).toBe(true)
})

it('imports only modules of Node, its dependency and its peers', () => {
  const { dependencies, peerDependencies } = manifest
  const modules = builtinModules.map((name) => name.replace(/^node:/, ''))
  const allowed = [...modules, ...Object.keys({ ...dependencies, ...peerDependencies })]
  const imported = importsOf('{bin,parts,kit}/**/*.{js,d.ts}')
  expect(imported).toContain('vue')
  expect(imported.filter((name) => !allowed.includes(name))).toEqual([])
})

it('links only to what it contains', () => {
  const pages = globSync('**/*.md', { cwd: folder })
  expect(pages).toContain('README.md')
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, target = '', anchor]) => !leadsSomewhere(page, target, anchor))
      .map(([link]) => `${page}: ${link}`),
  )
  expect(dead).toEqual([])
})

it('names the Node versions that it needs in package.json, README and guides alike', () => {
  expect(manifest.engines.node).toBe(nodeVersions)
  const oldest = nodeVersions.match(/\d+\.\d+/g) ?? []
  const named = {
    'README.md': [nodeVersions, componentNodeVersions],
    'docs/playwright-kit.md': [`You need Node ${oldest.join(', or ')} or later`],
    'docs/component-tests.md': [componentNodeVersions],
  }
  const missing = Object.entries(named).flatMap(([page, texts]) => {
    const content = read(page).replaceAll('\\|', '|')
    return texts.filter((words) => !content.includes(words)).map((words) => `${page}: ${words}`)
  })
  expect(missing).toEqual([])
})

it('calls no function that is newer than the oldest Node version', () => {
  const programs = loadedBy(['bin/edesk-api-tokens.js', 'kit/playwright.js'])
  expect(programs).toContain('parts/runHost.js')
  expect(programs).not.toContain('parts/openFile.js')
  const found = programs.flatMap((file) =>
    newerFunctions.flatMap((call) =>
      isChecked(file, call) ? [] : (call.exec(read(file))?.[0] ?? []),
    ),
  )
  expect(found).toEqual([])
})

/** The parts that the host loads only for a data file or a database, on a version of Node that it has checked. */
const partsOfStorages = [
  'backUpFile',
  'openFile',
  'openDatabase',
  'openWorlds',
  'storage',
  'storage2',
]

/** Returns these files and those that they load in any version of Node. */
function loadedBy(files: readonly string[]): string[] {
  const loaded = new Set(files)
  for (const file of loaded) {
    for (const [, call, target = ''] of read(file).matchAll(
      /(\bimport\(|\bfrom |^import )["'](\.[^"']+\.js)["']/gm,
    )) {
      const isOnlyForStorages =
        call === 'import(' && partsOfStorages.includes(path.basename(target, '.js'))
      if (!isOnlyForStorages) loaded.add(path.join(path.dirname(file), target))
    }
  }
  return [...loaded]
}

/** `sqliteVersion.js` asks whether Node has the module. */
function isChecked(file: string, call: RegExp): boolean {
  return file.endsWith('/sqliteVersion.js') && call.source.includes('node:sqlite')
}

/** What Node 20.19 lacks, as far as its name tells: a method of a set may also be one of a package's own classes. */
const newerFunctions: readonly RegExp[] = [
  ...recentFunctions,
  /\bPromise\.withResolvers\(/,
  /\b(?:Object|Map)\.groupBy\(/,
  /\bArray\.fromAsync\(/,
  /\.(?:union|intersection)\(/,
  /\.matchAll\([^()]*\)\s*\.(?:map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/,
  /\.transferToFixedLength\(/,
  /\bnew (?:WebSocket|EventSource)\b/,
  /\b(?:globSync|getCallSites|findPackageJSON|registerHooks)\(/,
  /['"]node:sqlite['"]/,
  /\bimport\.meta\.main\b/,
]

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8')
}

/** Returns the names of the packages and of Node's modules that files import. */
function importsOf(files: string): string[] {
  return globSync(files, { cwd: folder }).flatMap((file) => {
    const specifiers = read(file).matchAll(
      /(?:^(?:import|export|\}) .*from |^import |\bimport\()['"]([^'".][^'"]*)['"]/gm,
    )
    return [...specifiers].map(([, specifier = '']) => packageOf(specifier))
  })
}

function packageOf(specifier: string): string {
  const parts = specifier.replace(/^node:/, '').split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** Whether the target of a link exists, with its anchor: a heading as GitHub names it. */
function leadsSomewhere(page: string, target: string, anchor: string | undefined): boolean {
  const file = target === '' ? page : path.join(path.dirname(page), target)
  if (!existsSync(path.join(folder, file))) return false
  return anchor === undefined || headingsOf(read(file)).includes(anchor)
}

function headingsOf(text: string): string[] {
  const headings = text.match(/^#+ .+$/gm) ?? []
  return headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
