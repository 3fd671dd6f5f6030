import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { createKeyFinder } from '#src/features/api-tokens/leaked-keys/keyFinder.ts'
import { newClientsOf } from '#src/mock/domain/clientPrograms.ts'
import { hashKey } from '#src/mock/domain/tokenKey.ts'
import { scenarioOf } from '#src/mock/demo/scenarios.ts'
import { leakedLog } from '#src/mock/scenarios/leakedLog.ts'

it('a stranger has used the leaked key of the scenario "leaked"', async () => {
  const scenario = scenarioOf('leaked')
  const { tokens, requests } = await scenario.world(new Date(scenario.startsAt))
  const token = tokens.find(({ name }) => name === 'ShipFast')
  const strange = requests.filter(
    ({ tokenId, client }) => tokenId === token?.id && client === 'curl/8.5.0',
  )
  expect(strange.map(({ status }) => status)).toEqual([200, 200, 403])
  expect(token && newClientsOf(token, new Date(scenario.startsAt))).toEqual([
    { name: 'curl', firstAt: '2026-11-24T08:52:07.000Z' },
  ])
})

it('the log of the scenario "leaked" contains the key of its ShipFast token, and docs/demos.md shows the log', async () => {
  const finder = createKeyFinder()
  finder.push(leakedLog)
  finder.end()
  const hashes = finder.found().whole.map(hashKey)
  const scenario = scenarioOf('leaked')
  const { tokens } = await scenario.world(new Date(scenario.startsAt))
  const leaked = tokens.filter(({ keyHash }) => hashes.includes(keyHash))
  expect(leaked.map(({ name }) => name)).toEqual(['ShipFast'])
  expect(await readFile('docs/demos.md', 'utf8')).toContain(leakedLog)
})
