import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { features } from '#src/kit/access.ts'
import { guardNames } from '#src/kit/guards/findings.ts'
import { toBeRefusedAs } from '#src/kit/matchers/toBeRefusedAs.ts'
import { DeleteDialog } from '#src/kit/pages/deleteDialog.ts'
import { pagesIn } from '#src/kit/pages/pages.ts'
import { PauseDialog } from '#src/kit/pages/pauseDialog.ts'
import { RetireDialog } from '#src/kit/pages/retireDialog.ts'
import { BasePage } from '#src/kit/pages/basePage.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { scenarioNames } from '#src/mock/scenarios/scenarioNames.ts'

import { connect, withKey } from '../../support/publicApi/application.ts'
import { pageStub } from './pageStub.ts'

const guide = await readFile('docs/playwright-kit.md', 'utf8')
const kit = await readFile('src/kit/kitOptions.ts', 'utf8')

it('the guide contains the four example tests exactly as they run', async () => {
  const spec = await readFile('tests/e2e/kitExamples.spec.ts', 'utf8')
  expect(guide).toContain(spec.replace('#src/kit/playwright.ts', 'edesk-api-tokens/playwright'))
})

it('the guide contains the scenario of its own exactly as it runs', async () => {
  const spec = await readFile('tests/e2e/kitCalls.spec.ts', 'utf8')
  const [, example = 'none'] = /const testOfMine = (withScenarios\([^]*?\n\}\))/.exec(spec) ?? []
  expect(guide).toContain(example)
})

it('each other snippet of the guide is in a test that runs', async () => {
  // tests/package/fiveMinutes.test.ts runs those of the first section. The others need an application of the reader.
  const others = guide.replaceAll(
    /^## (?:In five minutes|Your own application)$[^]*?(?=^## )/gm,
    '',
  )
  const snippets = [...others.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code = '']) => code)
  expect(snippets.length).toBeGreaterThan(8)
  const specs = await Promise.all(
    ['kitExamples', 'kitTokenLife'].map((name) => readFile(`tests/e2e/${name}.spec.ts`, 'utf8')),
  )
  const tests = withoutLayout(specs.join('\n'))
  const unknown = snippets
    // The test above compares that of a scenario of its own. tests/package/fiveMinutes.test.ts runs the configurations.
    .filter((code) => !/withScenarios\(|defineConfig</.test(code))
    .filter((code) => !tests.includes(withoutLayout(code)))
  expect(unknown).toEqual([])
})

it('the guide lists the people of all scenarios, and who is logged in', async () => {
  const { users, businesses } = await scenarioOf('empty').world(new Date('2026-11-24T09:00:00Z'))
  const people = users.map(({ email, name, role, businessId }) => {
    const business = businesses.find(({ id }) => id === businessId)
    return [
      codeSpan(email),
      name,
      capitalized(role),
      `${business?.name}, ${capitalized(business?.plan)}`,
    ]
  })
  expect(rowsBelow('| email ')).toEqual(people)

  const [others = [], ...special] = rowsBelow('| scenario ').toReversed()
  const listed = new Map(special.map(([name, ...values]) => [name, values]))
  for (const name of scenarioNames) {
    const { as, accounts } = scenarioOf(name)
    const { admin, agent } = accounts
    expect(listed.get(codeSpan(name)) ?? others.slice(1), name).toEqual([
      codeSpan(admin),
      agent === null ? 'none' : codeSpan(agent),
      codeSpan(as),
    ])
  }
})

const codeSpan = (text: string) => `\`${text}\``

function capitalized(word = ''): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Returns the cells of a table of the guide, without its head. */
function rowsBelow(head: string): string[][] {
  const lines = guide.slice(guide.indexOf(`\n${head}`) + 1).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** Removes what depends on the indentation of code. */
function withoutLayout(code: string): string {
  return code
    .replaceAll('edesk-api-tokens/playwright', '#src/kit/playwright.ts')
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[)\]}])/g, '')
}

it('the guide lists every page with all its members, and nothing else', () => {
  const pages = pagesIn(pageStub)
  const parts = {
    ...pages,
    tryIt: pages.tokenKeyPage.tryIt,
    deleteDialog: new DeleteDialog(pageStub, 'ShipFast'),
    pauseDialog: new PauseDialog(pageStub, 'ShipFast'),
    retireDialog: new RetireDialog(pageStub),
  }
  const isDeprecated = (part: string, member: string) =>
    new RegExp(`^\\| \`${part}\\.${member}\\b`, 'm').test(guide)
  const common = membersOf(
    new BasePage({
      page: pageStub,
      open: async () => undefined,
      openAsUser: async () => undefined,
    }),
  )
  const documented = Object.fromEntries(
    Object.keys(parts).map((name) => [name, namesIn(sectionOf(name)).sort()]),
  )
  const actual = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      membersOf(part)
        .filter((member) => !(part instanceof BasePage && common.includes(member)))
        .filter((member) => !isDeprecated(name, member))
        .sort(),
    ]),
  )
  expect(documented).toEqual(actual)
})

it('the guides list every deprecated name with the new one', async () => {
  const sources = await Promise.all(
    globSync('src/kit/**/*.ts').map((file) => readFile(file, 'utf8')),
  )
  const declared = sources.flatMap((source) =>
    [...source.matchAll(deprecated)].map(([, next = '', name = '']) => `${name} → ${next}`),
  )
  expect(declared).toContain('foundNote → resultCount')
  const componentGuide = await readFile('docs/component-tests.md', 'utf8')
  const listed = [guide, componentGuide].flatMap((page) => {
    const [, section = ''] = page.split('\n## Deprecated names\n')
    return [...section.matchAll(/^\| `(.*?)` +\| `(.*?)` +\|$/gm)].map(
      ([, old = '', next = '']) => `${memberOf(old)} → ${memberOf(next)}`,
    )
  })
  expect(new Set(listed)).toEqual(new Set(declared))
})

/** A deprecated declaration: the new name, then the old one. */
const deprecated =
  /@deprecated Use `(\w+)`\. \*\/\s+(?:export )?(?:async |get |type |function |readonly )*(\w+)/g

/** Returns the last name of a call: `resultCount` of `tokenListPage.resultCount`. */
function memberOf(call: string): string {
  return /(\w+)(?:\(.*\))?$/.exec(call.replace(/^expect\(page\)/, ''))?.[1] ?? call
}

it('the guide lists every option, guard and matcher', async () => {
  const [, options = ''] = /interface KitOptions \{\n([^]*?)\n\}/.exec(kit) ?? []
  const matchers = (await readFile('src/kit/expect.ts', 'utf8')).match(/(?<=^ {2})to\w+/gm) ?? []
  const names = options.match(/(?<=^ {2})\w+(?=:)/gm) ?? []
  expect(names).toContain('scenario')
  expect(matchers).toContain('toListToken')
  for (const name of [...names, ...guardNames])
    expect(guide).toMatch(new RegExp(`^\\| \`${name}\``, 'm'))
  for (const matcher of matchers) expect(guide).toContain(`.${matcher}(`)
})

it('the kit recognizes each reason why a key is refused by its text', async () => {
  const { backend, admin, application, token } = await connect()
  const ask = () => application('GET', '/v1/whoami')
  const path = `/api/tokens/${token.id}`
  await admin('POST', `${path}/pause`)
  const paused = await ask()
  await admin('POST', `${path}/resume`)
  await admin('PUT', '/api/plan', { body: { plan: 'starter' } })
  const plan = await ask()
  await admin('PUT', '/api/plan', { body: { plan: 'professional' } })
  const answered = await ask()
  let rate_limit = answered
  while (rate_limit.status === 200) rate_limit = await ask()
  backend.clock.set(new Date(token.expiresAt ?? ''))
  const expired = await ask()
  const unknown = await withKey(backend, 'mistyped')('GET', '/v1/whoami')

  const responses = { paused, plan, rate_limit, expired, unknown }
  for (const reason of typedKeys(responses)) {
    for (const [given, answer] of Object.entries({ ...responses, answered })) {
      const { pass, message } = await toBeRefusedAs.call({ isNot: false }, answer, reason)
      expect(pass, `${given}, taken for ${reason}: ${message()}`).toBe(given === reason)
    }
  }
  const { message } = await toBeRefusedAs.call({ isNot: false }, paused, 'expired')
  expect(message()).toBe(
    'Expected the request to be refused as "expired".\nThe response was: The token is paused.',
  )
})

it('the kit uses the same features as the product', async () => {
  const words = JSON.parse(await readFile('src/locales/en/apiTokens.json', 'utf8')) as {
    apiTokens: { features: Record<string, string> }
  }
  expect(features).toEqual(Object.values(words.apiTokens.features))
})

function typedKeys<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]
}

/** The list of a page's members. */
function sectionOf(name: string): string {
  const [, section = ''] = new RegExp(`^### \`${name}\`\n([^]*?)(?=^##)`, 'm').exec(guide) ?? []
  return section.slice(section.indexOf('\n- '))
}

function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/`(\w+)/g)].map(([, name]) => name ?? ''))]
}

function membersOf(part: object): string[] {
  const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(part) as object)
  return [...Object.keys(part), ...methods].filter(
    (name) => name !== 'constructor' && name !== 'tab',
  )
}
