/** The programs that `npm test` starts and npm cannot install: how to find and install each. */
import { findCaddy } from './caddy.mjs'
import { findBrowser, findFullBrowser, findHeadlessShell } from './chromium.mjs'
import { installedFirefox } from './firefox.mjs'
import { findNginx } from './nginx.mjs'
import { findPostgres } from './postgres.mjs'
import { run, log } from '../setup/installPackages.mjs'
import { installBySystem } from './systemPackages.mjs'
import { installedWebKit } from './webkit.mjs'

/**
 * All programs. `variable` is the environment variable that passes the path to the tests. If a `needed` program is missing,
 * `npm test` fails; if another one is missing, its tests are skipped.
 *
 * @type {readonly import('./programs.d.mts').Program[]}
 */
const programs = [
  {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    needed: true,
    find: findBrowser,
    packages: {
      apt: ['chromium-headless-shell'],
      dnf: ['chromium-headless'],
      brew: ['--cask chromium'],
    },
    without: 'no test can run in a browser',
  },
  {
    name: 'Chromium without windows',
    variable: 'CHROMIUM_HEADLESS_PATH',
    needed: false,
    find: findHeadlessShell,
    packages: { apt: ['chromium-headless-shell'], dnf: ['chromium-headless'] },
    without: 'the tests in Chromium take twice as long',
  },
  {
    name: 'Chromium with windows',
    variable: 'CHROMIUM_FULL_PATH',
    needed: false,
    find: findFullBrowser,
    packages: { apt: ['chromium'], dnf: ['chromium'] },
    without: 'the test of the back/forward cache is skipped',
  },
  {
    name: 'nginx',
    variable: 'NGINX_PATH',
    needed: false,
    find: findNginx,
    packages: { apt: ['nginx-light'], dnf: ['nginx'], brew: ['nginx'] },
    without: 'the tests of its settings are skipped',
  },
  {
    name: 'Caddy',
    variable: 'CADDY_PATH',
    needed: false,
    find: findCaddy,
    packages: { apt: ['caddy'], dnf: ['caddy'], brew: ['caddy'] },
    without: 'the tests of its settings are skipped',
  },
  {
    name: 'PostgreSQL',
    variable: 'POSTGRES_PATH',
    needed: false,
    find: findPostgres,
    packages: {
      apt: ['postgresql-15', 'postgresql'],
      dnf: ['postgresql-server'],
      brew: ['postgresql@17'],
    },
    without: 'the tests of the storage in PostgreSQL are skipped',
  },
  {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    needed: false,
    find: installedFirefox,
    packages: { apt: ['firefox-esr', 'firefox'], dnf: ['firefox'], brew: ['--cask firefox'] },
    without: 'the tests in this engine are skipped',
  },
  {
    name: 'WebKitGTK',
    variable: 'WEBKIT_DRIVER_PATH',
    needed: false,
    find: () => installedWebKit()?.driver,
    packages: {
      apt: ['webkit2gtk-driver', 'xvfb'],
      dnf: ['webkit2gtk4.1', 'xorg-x11-server-Xvfb'],
    },
    without: 'the tests in this engine are skipped',
  },
]

/**
 * Finds every program.
 *
 * @returns {Promise<import('./programs.d.mts').FoundPrograms>}
 */
export async function findPrograms() {
  const found = {}
  const missing = []
  for (const program of programs) {
    const file = await program.find()
    if (file === undefined) missing.push(program)
    else found[program.variable] = file
  }
  return { found, missing }
}

/**
 * Installs programs with the system's package manager. If that has no Chromium, Playwright downloads one.
 *
 * @param {readonly import('./programs.d.mts').Program[]} missing
 */
export async function installPrograms(missing) {
  log(`Installing ${missing.map(({ name }) => name).join(', ')}`)
  await installBySystem(missing.map(({ packages }) => packages))
  if ((await findBrowser()) !== undefined) return
  log('The package manager has no Chromium: downloading Playwright’s (about 150 MB)')
  await run('playwright', ['install', 'chromium'])
}

/**
 * Describes each program in one line: its path, or what is skipped without it.
 *
 * @param {import('./programs.d.mts').FoundPrograms} programs
 */
export function describePrograms({ found, missing }) {
  return [
    ...programs
      .filter(({ variable }) => variable in found)
      .map(({ name, variable }) => `  ${name}: ${found[variable]}`),
    ...missing.map(({ name, without }) => `  ${name}: not installed, so ${without}`),
  ].join('\n')
}
