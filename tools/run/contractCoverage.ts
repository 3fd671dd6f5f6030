/**
 * Lists the responses of the contract that no test has seen. `npm test` runs it last. To run it alone:
 *
 *     mkdir /tmp/seen
 *     CONTRACT_COVERAGE=/tmp/seen npx vitest run --project unit --project "component*" --project browser
 *     CONTRACT_COVERAGE=/tmp/seen node tools/run/contractCoverage.ts
 *
 * `CONTRACT_COVERAGE` is a folder. If the variable is set, each Vitest worker and each end-to-end test adds a `*.json` file with
 * a unique name: an array of strings "operationId status", such as `["logIn 201", "logIn 401"]`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { publicRoutes } from '#src/mock/publicApi/publicRoutes.ts'
import { managementRoutes } from '#src/mock/server/contract/managementRoutes.ts'
import { responseKey, type Route } from '#src/mock/server/contract/routes.ts'

/** Responses that eDesk's reference lists but that cannot occur here: these requests have nothing that could be invalid. */
const impossible: readonly string[] = [
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
  throw new Error('CONTRACT_COVERAGE must be set to the folder with the seen responses.')

const routes: readonly Route[] = [...managementRoutes, ...publicRoutes]
const operations = new Map<string, Route>(routes.map((route) => [route.operationId, route]))
const declared = routes.flatMap(({ operationId, responses }) =>
  Object.keys(responses).map((status) => `${operationId} ${status}`),
)
const seen = new Set(readdirSync(folder).flatMap((name) => seenIn(path.join(folder, name))))
const unseen = declared.filter((pair) => !seen.has(pair) && !impossible.includes(pair))
const problems = [
  ...grouped(unseen).map((line) => `never seen: ${line}`),
  ...grouped(impossible.filter((pair) => seen.has(pair) || !declared.includes(pair))).map(
    (line) => `wrongly listed as impossible: ${line}`,
  ),
]

const count = declared.filter((pair) => seen.has(pair)).length
console.log(`Seen: ${count} of ${declared.length} responses (operation and status) in the contract`)
console.log(`Impossible: ${grouped(impossible).join('; ')}`)
for (const line of problems) console.log(`✗ ${line}`)
process.exitCode = problems.length > 0 ? 1 : 0

/** Reads the pairs of a file, with the status as the contract declares it: a single one, or a range such as `5XX`. */
function seenIn(file: string): string[] {
  const pairs = JSON.parse(readFileSync(file, 'utf8')) as string[]
  return pairs.map((pair) => {
    const [id = '', status = ''] = pair.split(' ')
    const route = operations.get(id)
    return route ? `${id} ${responseKey(route, Number(status))}` : pair
  })
}

/** Joins the statuses of each operation into one line, such as "logIn 201 401". */
function grouped(pairs: readonly string[]): string[] {
  const byOperation = Map.groupBy(pairs, (pair) => pair.split(' ')[0] ?? '')
  return [...byOperation].map(([id, all]) =>
    [id, ...all.map((pair) => pair.slice(id.length + 1))].join(' '),
  )
}
