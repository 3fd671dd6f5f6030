import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { componentNodeVersions } from '#src/kit/nodeVersions.ts'

import { engines } from '../../node_modules/jsdom/package.json'
import { dependencies, devDependencies } from '../../package.json'
import { licensesPage } from '../../tools/package/licenses.ts'
import { sharedPackages } from '../../tools/package/manifest.ts'
import { packPage } from '../../tools/package/pages.ts'

it('a packed page links to packed pages, and keeps only the text of other links', () => {
  const page = [
    'See [worlds](worlds.md#control), [below](#start) and [the site](https://example.com).',
    'Run by [`kit.test.ts`](../tests/component/kit.test.ts).',
  ].join('\n')
  expect(packPage('docs/demos.md', page)).toBe(page.replace(/\[(`kit.*`)\]\(.*\)/, '$1'))
  expect(packPage('docs/package.md', '[a](demos.md) [b](../CHANGELOG.md#x)')).toBe(
    '[a](docs/demos.md) [b](CHANGELOG.md#x)',
  )
})

it('the page of licences lists each bundled package once, in order', () => {
  const [a, b] = ['a', 'b'].map((name) => ({ name, version: '1', identifier: 'MIT', text: 'Free' }))
  const page = licensesPage([JSON.stringify([b]), JSON.stringify([a, b])])
  expect(page.match(/^## .*$/gm)).toEqual(['## a 1 (MIT)', '## b 1 (MIT)'])
  expect(page).toContain('## a 1 (MIT)\n\nFree\n\n##')
})

it('the guide installs the packages that component tests share with the kit, in the versions of this project', () => {
  const guide = readFileSync('docs/component-tests.md', 'utf8')
  const [command = ''] = /^npm install --save-dev edesk-api-tokens .*$/m.exec(guide) ?? []
  const named = [...command.matchAll(/ (\S+)@([\d.]+)/g)].map(([, name = '', version = '']) => ({
    name,
    version,
  }))
  const expected = [...sharedPackages, '@vitejs/plugin-vue', 'jsdom']
  expect(named.map(({ name }) => name).sort()).toEqual(expected.sort())
  const versions: Record<string, string> = { ...dependencies, ...devDependencies }
  expect(named.filter(({ name, version }) => !versions[name]?.startsWith(`${version}.`))).toEqual(
    [],
  )
})

it('component tests need the Node versions of jsdom, which needs the newest ones', () => {
  expect(componentNodeVersions).toBe(engines.node)
})
