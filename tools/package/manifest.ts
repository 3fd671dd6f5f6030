import { nodeVersions } from '#src/kit/nodeVersions.ts'

import root from '../../package.json' with { type: 'json' }

/** The kits: the source file of each, by the name under which tests import it. */
export const kits = {
  playwright: 'src/kit/playwright.ts',
  vitest: 'src/kit/vitest.ts',
  stories: 'src/kit/stories.ts',
} as const

/** The packages that a component test and its kit share. Both use the copy of the test's project, so the kit bundles none of them. */
export const sharedPackages = [
  '@pinia/colada',
  '@testing-library/dom',
  '@testing-library/user-event',
  '@vue/test-utils',
  'msw',
  'pinia',
  'vitest',
  'vue',
  'vue-i18n',
  'vue-router',
  'vuetify',
] as const

/**
 * The package.json of the published package. That of this repository describes how to develop it: its dependencies are bundled
 * here, and a user needs none of its scripts.
 */
export function packageManifest() {
  const { name, version, description, license, type, dependencies } = root
  const peers = {
    '@playwright/test': '>=1.50.0',
    // Any version: npm refuses to install beside another one, even for somebody who uses only the Playwright kit.
    ...Object.fromEntries(sharedPackages.map((shared) => [shared, '*'])),
  }
  return {
    name,
    version,
    description,
    license,
    type,
    engines: { node: nodeVersions },
    bin: { [name]: 'bin/edesk-api-tokens.js' },
    exports: {
      ...Object.fromEntries(Object.keys(kits).map((kit) => [`./${kit}`, exportOf(kit)])),
      './styles.css': './kit/styles.css',
      './package.json': './package.json',
    },
    dependencies: { 'axe-core': `^${dependencies['axe-core']}` },
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(
      Object.keys(peers).map((peer) => [peer, { optional: true }]),
    ),
  }
}

function exportOf(kit: string) {
  return { types: `./kit/${kit}.d.ts`, default: `./kit/${kit}.js` }
}
