import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { publicRoutes } from '../../support/contract/routes.ts'
import { propertyTest, requestRuns } from '../../support/propertyTest.ts'
import { helpdeskOf } from '../../support/helpdesk.ts'
import { startApi } from './api.ts'
import { withForeignId } from './brokenValues.ts'
import { type Business, foreignId, kindOfField, unknownId } from './ids.ts'
import { anyRequest, goodRequestTo, publicRoutesWithBody, type Sent } from './requests.ts'

const both = [
  ['northwind', 'lantern'],
  ['lantern', 'northwind'],
] as const satisfies readonly (readonly Business[])[]
const ids = { northwind: 'biz_northwind', lantern: 'biz_lantern' } as const

describe('the isolation of businesses', propertyTest, () => {
  it.each(both)('reveals nothing to %s about %s', async (caller, other) => {
    const known = await startApi()
    const secrets = textsOnlyOf(other, known.world)
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRequest(caller), { minLength: 1, maxLength: 4 }),
        async (all) => {
          const api = await startApi({ business: caller })
          const before = helpdeskOf(api.storage, ids[other])
          for (const sent of all) {
            const { text, body } = await api.send(sent)
            expect(
              secrets.filter(
                (secret) => text.includes(secret) && !all.some((each) => isIn(each, secret)),
              ),
            ).toEqual([])
            expect(strangeReferences(body, caller)).toEqual([])
          }
          expect(helpdeskOf(api.storage, ids[other])).toEqual(before)
        },
      ),
      { numRuns: requestRuns },
    )
  })

  it('applies to filters: none finds data of the other business', async () => {
    const api = await startApi()
    const texts = fc.constantFrom(...textsOnlyOf('lantern', api.world))
    const filters = publicRoutes.flatMap(({ path, parameters }) =>
      parameters.flatMap(({ name }) => {
        const kind = kindOfField(name)
        const isText = /^(fsf_query|email|name|filter_seller_order_id_equals)$/.test(name)
        if (!isText && !/_equals$|^consumer_id$/.test(name)) return []
        const value = kind ? fc.constant(String(foreignId(kind))) : isText ? texts : undefined
        return value ? [value.map((wanted) => `${path}?${query(name, wanted)}`)] : []
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(...filters), async (path) => {
        const { body } = await (await startApi()).send({ method: 'GET', path })
        expect(body).toMatchObject({ data: [], paginator: { totalItemsCount: 0 } })
      }),
      { numRuns: requestRuns },
    )
  })

  it.each(['GET', 'PUT', 'POST', 'DELETE'])(
    'hides whether ids of another business exist: %s',
    async (method) => {
      const routes = publicRoutes.filter((route) => route.method === method)
      const request = fc.oneof(
        ...routes
          .filter(({ path }) => path.includes('{'))
          .map((route) => fc.tuple(fc.constant(route), goodRequestTo(route))),
      )
      await fc.assert(
        fc.asyncProperty(request, async ([route, sent]) => {
          const at = (id: (name: string) => number): Sent => ({
            ...sent,
            path: route.path.replace(/\{(\w+)\}/, (_all, name: string) => String(id(name))),
          })
          const foreign = await responseTo(at((name) => foreignId(kindOfField(name) ?? 'order')))
          expect(foreign).toEqual(await responseTo(at(() => unknownId)))
          expect(foreign).toMatchObject({ status: 404 })
        }),
        { numRuns: requestRuns },
      )
    },
  )

  it.each(['POST', 'PUT'])('hides whether such ids in the body of a %s exist', async (method) => {
    const routes = publicRoutesWithBody.filter((route) => route.method === method)
    const request = fc.oneof(...routes.map((route) => goodRequestTo(route)))
    await fc.assert(
      fc.asyncProperty(request, fc.nat({ max: 30 }), async (sent, place) => {
        const body: unknown = JSON.parse(typeof sent.body === 'string' ? sent.body : '{}')
        const withId = (foreign: boolean) => JSON.stringify(withForeignId(body, place, foreign))
        fc.pre(withId(true) !== withId(false))
        const foreign = await responseTo({ ...sent, body: withId(true) })
        expect(foreign).toEqual(await responseTo({ ...sent, body: withId(false) }))
        expect(foreign).toMatchObject({ status: 400 })
      }),
      { numRuns: requestRuns },
    )
  })
})

function query(name: string, value: string): string {
  return new URLSearchParams([[name, value]]).toString()
}

async function responseTo(sent: Sent) {
  const api = await startApi()
  const { status, text, headers } = await api.send(sent)
  return { status, text, headers: [...headers] }
}

/** Returns names, addresses and words of a business that the other business does not have. */
function textsOnlyOf(business: Business, world: object): string[] {
  const texts = (whose: Business) => {
    const found = new Set<string>()
    collect(recordsOf(world, ids[whose]), found)
    return found
  }
  const others = JSON.stringify(
    recordsOf(world, business === 'lantern' ? ids.northwind : ids.lantern),
  )
  return [...texts(business)].filter((text) => text.length > 3 && !others.includes(text))
}

function recordsOf(world: object, businessId: string): unknown[] {
  return Object.values(world)
    .flat()
    .filter((record: { businessId?: string }) => record.businessId === businessId)
}

/** Fields that contain text of the business. Other fields contain enumerations, which any business has. */
const ownWords = new Set(
  `id name email subject text body body_text full_name sku title city seller_order_id
   tracking_code tracking_link`.split(/\s+/),
)

function collect(value: unknown, found: Set<string>, field = ''): void {
  if (typeof value === 'string' && ownWords.has(field)) found.add(value)
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) collect(part, found, name)
}

/** Whether the request itself contains the text: `paula.stein@example.com` can be a contact of both businesses. */
function isIn({ path, body }: Sent, secret: string): boolean {
  const request = `${decodeURIComponent(path.replaceAll('+', ' '))} ${JSON.stringify(body ?? '')}`
  return request.toLowerCase().includes(secret.toLowerCase())
}

/** Returns ids of the other business in a response, with the names of their fields. */
function strangeReferences(value: unknown, caller: Business, field = ''): string[] {
  if (typeof value === 'number') {
    const kind = fieldKinds[field] ?? (field === 'id' ? undefined : kindOfField(field))
    if (!kind || kind === 'item') return []
    const isLanterns = value === foreignId(kind)
    const isNew = value > newest(kind)
    return isNew || isLanterns === (caller === 'lantern') ? [] : [`${field}: ${value}`]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    strangeReferences(part, caller, Array.isArray(value) ? field : name),
  )
}

const fieldKinds: Readonly<Record<string, 'tag' | 'message' | 'note' | 'contact' | 'user'>> = {
  tags_ids: 'tag',
  messages_ids: 'message',
  order_notes_id: 'note',
  from_consumer_id: 'contact',
  user_id: 'user',
}

/** New ids are higher than those of the demo's data. */
function newest(kind: ReturnType<typeof kindOfField> & string): number {
  return kind === 'order' ? 3000 : 100
}
