/**
 * Which answers of the contract no test has seen. `npm test` runs it last; alone:
 *
 *     mkdir /tmp/seen && CONTRACT_COVERAGE=/tmp/seen npx vitest run && CONTRACT_COVERAGE=/tmp/seen node tools/contractCoverage.ts
 *
 * `CONTRACT_COVERAGE` is a folder. Every worker of Vitest and every end-to-end test that finds the variable set adds a file to it,
 * under a name that nobody else takes: `*.json`, an array of texts "operationId status", such as `["logIn 201", "logIn 401"]`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { routes } from '#src/api/generated/contract.ts'
import { declaredStatus, type Route } from '#src/mock/routes.ts'

/** What eDesk's reference has and cannot happen here: there is nothing in these requests that could be wrong. */
const neverGiven: readonly string[] = [
  'deleteSalesOrder 400',
  'getSalesOrderTrackingLinks 400',
  'deleteSalesOrderTrackingLinks 400',
  'DeleteTicket 400',
  'deleteMessage 400',
  'DeleteTag 400',
  'deleteTemplate 400',
]

const folder = process.env.CONTRACT_COVERAGE
if (folder === undefined)
  throw new Error('CONTRACT_COVERAGE must name the folder of what was seen.')

const operations = new Map<string, Route>(routes.map((route) => [route.operationId, route]))
const declared = routes.flatMap(({ operationId, answers }) =>
  Object.keys(answers).map((status) => `${operationId} ${status}`),
)
const seen = new Set(readdirSync(folder).flatMap((name) => seenIn(path.join(folder, name))))
const unseen = declared.filter((pair) => !seen.has(pair) && !neverGiven.includes(pair))
const wrong = [
  ...grouped(unseen).map((line) => `never seen: ${line}`),
  ...grouped(neverGiven.filter((pair) => seen.has(pair) || !declared.includes(pair))).map(
    (line) => `on the list of what cannot happen, wrongly: ${line}`,
  ),
]

const count = declared.filter((pair) => seen.has(pair)).length
console.log(`Seen: ${count} of ${declared.length} answers (operation and status) of the contract.`)
console.log(`Cannot happen here: ${grouped(neverGiven).join('; ')}`)
for (const line of wrong) console.log(`✗ ${line}`)
process.exitCode = wrong.length > 0 ? 1 : 0

/** The pairs in a file, with the status as the contract has it: a single one, or a range such as `5XX`. */
function seenIn(file: string): string[] {
  const pairs = JSON.parse(readFileSync(file, 'utf8')) as string[]
  return pairs.map((pair) => {
    const [id = '', status = ''] = pair.split(' ')
    const route = operations.get(id)
    return route ? `${id} ${declaredStatus(route, Number(status))}` : pair
  })
}

/** "logIn 201 401": one line for each operation. */
function grouped(pairs: readonly string[]): string[] {
  const byOperation = Map.groupBy(pairs, (pair) => pair.split(' ')[0] ?? '')
  return [...byOperation].map(([id, all]) =>
    [id, ...all.map((pair) => pair.slice(id.length + 1))].join(' '),
  )
}
