import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'

import { routes } from '../../support/contract/routes.ts'
import { bodyWith, type Path, resolve, textFields, typesOf, valueOf } from './contractRequests.ts'
import { budgetMs, cpuTime } from './cpuTime.ts'
import { startForAll } from './sendToAll.ts'

const size = 300_000

/** Bodies of 300 KB that a simple check would take long for. */
const shapes: Record<string, (schema: object) => string> = {
  'nested lists': () => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'nested objects': () => '{"a":'.repeat(size / 6) + '1' + '}'.repeat(size / 6),
  'an unfinished nesting': () => '[{"a":'.repeat(size / 6),
  'empty lists': () => `[${'[],'.repeat(size / 3)}1]`,
  'unknown properties': () => manyProperties(),
  'unknown properties beside the known ones': (schema) =>
    JSON.stringify(valueOf(schema)).replace(/\}$/, `,${manyProperties().slice(1)}`),
  'properties that encode badly': () =>
    `{${Array.from({ length: size / 20 }, (_, index) => `"\\ud800~/%${index}":1`).join(',')}}`,
  'a long name': () => `{"${'x'.repeat(size)}":1}`,
  'a long text': () => `"${'\\u0000'.repeat(size / 6)}"`,
  'no JSON': () => '"\\'.repeat(size / 2),
}

/** Values in place of each list of a body. */
const lists: Record<string, (item: object) => string> = {
  'equal items': (item) => repeated(JSON.stringify(valueOf(item))),
  'wrong items': () => repeated('7'),
  'empty items': () => repeated('{}'),
  'different texts': () =>
    Array.from({ length: size / 10 }, (_, index) => `"${String(index).padStart(7)}"`).join(','),
  'as many wrong items as allowed': () =>
    Array.from({ length: limits.listItems }, () => '{}').join(','),
  'items with unknown properties': () =>
    Array.from({ length: limits.listItems }, () => propertiesWith('1', 38)).join(','),
  'items that cannot be converted to a text': () =>
    Array.from({ length: 90 }, () => '{"a":{"toString":1},"b":2}').join(','),
  'an item with many nested lists': () => nestedLists(size / (2 * nesting)),
  'an item with as many nested lists as allowed': () =>
    nestedLists((limits.bodyValues - 1_000) / (nesting + 1)),
}

/** Parts of long texts in place of each text of a body. A search for keys, and a count of characters, take long in them. */
const textParts = ['65', `e${' '.repeat(99)}`, '👩‍👩‍👧‍👦']

function repeated(text: string, length = size): string {
  return Array.from({ length: Math.floor(length / (text.length + 1)) }, () => text).join(',')
}

function manyProperties(): string {
  return propertiesWith('1', size / 12)
}

/** How deeply the lists of `nestedLists` are nested. */
const nesting = 15

/** An object with about `count` nested lists, in as many properties as allowed. */
function nestedLists(count: number): string {
  const nested = `${'['.repeat(nesting)}0${']'.repeat(nesting)}`
  const properties = limits.objectProperties - 10
  const items = Array.from({ length: Math.floor(count / properties) }, () => nested)
  return propertiesWith(`[${items.join(',')}]`, properties)
}

/** An object with this many properties, each with the same value. */
function propertiesWith(value: string, count: number): string {
  return `{${Array.from({ length: count }, (_, index) => `"p${index}":${value}`).join(',')}}`
}

function listsIn(source: object, path: Path = []): { path: Path; item: object }[] {
  const schema = resolve(source)
  const own = typesOf(schema).includes('array') ? [{ path, item: schema.items ?? {} }] : []
  const parts = Object.entries(schema.properties ?? {})
  return [...own, ...parts.flatMap(([name, part]) => listsIn(part, [...path, name]))]
}

const withBody = routes.filter(({ body }) => body)
const bodies = withBody.flatMap((route) => [
  ...Object.entries(shapes).map(([what, shape]) => ({
    route,
    what,
    body: shape(route.body ?? {}),
  })),
  ...listsIn(route.body ?? {}).flatMap(({ path, item }) =>
    Object.entries(lists).map(([what, list]) => ({
      route,
      what: `${what} in ${path.join('.')}`,
      body: JSON.stringify(bodyWith(route, path, 'LIST')).replace('"LIST"', `[${list(item)}]`),
    })),
  ),
  ...textFields.flatMap(({ route: { operationId }, place }) =>
    operationId === route.operationId && 'body' in place
      ? textParts.map((part) => ({
          route,
          what: `a text of ${part.trim()} in ${place.body.join('.')}`,
          body: JSON.stringify(bodyWith(route, place.body, part.repeat(size / part.length))),
        }))
      : [],
  ),
])

describe('a request with a body of 300 KB', () => {
  it.each(withBody)('to $operationId takes at most 20 ms of CPU', async ({ operationId }) => {
    const { send } = await startForAll()
    const slow: string[] = []
    for (const { route, what, body } of bodies) {
      if (route.operationId !== operationId) continue
      let answer = { status: 0, text: '' }
      const time = await cpuTime(async () => (answer = await send(route, { body })))
      const { status, text } = answer
      if (time > budgetMs || status >= 500 || text.length > 50_000) {
        slow.push(`${what}: ${time.toFixed(1)} ms, ${status}, ${text.length} bytes`)
      }
    }
    expect(slow).toEqual([])
  })

  it('reports at most 100 errors', async () => {
    const { send } = await startForAll()
    const isFindKeys = (id: string) => id === 'findKeys' || id === 'createSalesOrder'
    for (const route of withBody.filter(({ operationId }) => isFindKeys(operationId))) {
      const path = route.api === 'public' ? ['order_items'] : ['hashes']
      const items = Array.from({ length: limits.listItems }, () => ({}))
      const { status, text } = await send(route, {
        body: JSON.stringify(bodyWith(route, path, items)),
      })
      expect([400, 422]).toContain(status)
      expect(text.match(/"(code|errorCode)"/g)).toHaveLength(limits.reportedErrors)
    }
  })
})

describe('a body is not looked at', () => {
  it.each(withBody)('before it is known who sent it: $operationId', async (route) => {
    const { nobody } = await startForAll()
    const path = route.path.replace(/\{\w+\}/g, '1')
    const { status } = await nobody(route.method, path, { body: '{' })
    expect(status).toBe(route.operationId === 'logIn' ? 400 : 401)
  })

  it.each(withBody.filter(({ api }) => api === 'management'))(
    'before it is known that its sender may do this: $operationId',
    async (route) => {
      const backend = await startForAll()
      const agent = await backend.as('agent')
      const { status } = await agent(route.method, route.path.replace(/\{\w+\}/g, '1'), {
        body: '{',
      })
      const isForAll = ['logIn', 'changeLanguage'].includes(route.operationId)
      expect(status).toBe(isForAll ? 400 : 403)
    },
  )
})
