import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import path from 'node:path'

import { expect, it } from 'vitest'
import { parse } from 'yaml'

import { createHostMetrics } from '../../tools/serve/metrics/hostMetrics.ts'
import { hostOptions } from '../../tools/serve/options/hostOptions.ts'

const deployed: string[] = []
for await (const file of glob('docs/deploy/*')) deployed.push(file)
const read = (file: string) => readFileSync(file, 'utf8')
const guide = read('docs/host.md')
const options = Object.entries(hostOptions)

/** Returns all matches of the first group of a pattern. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name)

it('the guide lists every option with its variable', () => {
  const rows = all(guide, /^\| `(--[^`]+)` /gm)
  const flags = options.map(([flag, { placeholder = '' }]) => `--${flag} ${placeholder}`.trim())
  expect(rows).toEqual(flags)
  const variables = all(guide, /^\| `--[^`]+` +\| `(\w+)`/gm)
  expect(variables).toEqual(options.map(([, { variable }]) => variable))
})

it('every variable in the files for deployment is one of the host', () => {
  // Caddy's own, in its file.
  const known = [...options.map(([, { variable }]) => variable), 'EDESK_UPSTREAM']
  const used = deployed.flatMap((file) => all(read(file), /\b(EDESK_\w+)/g))
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((name) => !known.includes(name ?? ''))).toEqual([])
})

it('every metric in the guide and in the alerts exists', async () => {
  const metrics = createHostMetrics()
  const text = await metrics.text()
  const names = all(text, /^# TYPE (\w+)/gm)
  const used = [guide, read('docs/deploy/prometheus-alerts.yml')].flatMap((page) =>
    all(page, /\b((?:edesk_(?:http|rate|storage|log)|nodejs|process)_\w+)/g),
  )
  expect(used.length).toBeGreaterThan(10)
  const base = (name = '') => name.replace(/_(total|bucket)$/, '')
  expect(used.filter((name) => !names.includes(base(name)))).toEqual([])
})

it('the guide names every file for a host', () => {
  const hosts = deployed.map((file) => path.basename(file)).filter((file) => file !== 'nginx.conf')
  expect(hosts.filter((file) => !guide.includes(`(deploy/${file})`))).toEqual([])
})

it('the proxies keep connections for less time than the host', () => {
  const seconds = deployed.flatMap((file) => all(read(file), /keepalive(?:_timeout)? (\d+)s/g))
  expect(seconds).toEqual(['25', '25'])
})

it.each(['compose.yaml', 'prometheus.yml', 'prometheus-alerts.yml'])('%s is YAML', (file) => {
  expect(parse(read(`docs/deploy/${file}`))).toBeTypeOf('object')
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
it.runIf(hasSystemd)('systemd accepts the units', () => {
  const units = deployed.filter((file) => /\.(service|timer)$/.test(file))
  expect(units).toHaveLength(3)
  const { stderr } = spawnSync('systemd-analyze', ['verify', ...units], { encoding: 'utf8' })
  // It also reports a program that this machine has elsewhere, and units of the machine itself.
  const ours = stderr
    .split('\n')
    .filter((line) => /edesk-/.test(line) && !/not executable/.test(line))
  expect(ours).toEqual([])
})
