import { describe, expect, it } from 'vitest'

import { queryParameters, textFields, type TextField } from './contractRequests.ts'
import { type Chosen, startForAll, withText } from './sendToAll.ts'

type Send = Awaited<ReturnType<typeof startForAll>>['send']

/** Sends a request for each field, and returns the answers that are not as expected. */
async function unexpected(
  fields: readonly TextField[],
  send: Send,
  request: (field: TextField) => Chosen,
  isExpected: (status: number, text: string) => boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const field of fields) {
    const { status, text } = await send(field.route, request(field))
    if (!isExpected(status, text)) found.push(`${field.title}: ${status} ${text.slice(0, 200)}`)
  }
  return found
}

const isRefused = (status: number) => status === 400 || status === 422
const inBodies = textFields.filter(({ place }) => 'body' in place)

it('the contract has many parameters and texts', () => {
  expect(queryParameters.length).toBeGreaterThan(60)
  expect(inBodies.length).toBeGreaterThan(80)
})

describe('every query parameter', () => {
  it('is refused by its name if it is sent twice', async () => {
    const { send } = await startForAll()
    const wrong: string[] = []
    for (const { route, name } of queryParameters) {
      for (const query of [
        `?${name}=1&${name}=2`,
        `?${name}=1&x=2&${name}=1`,
        `?${name}&${name}=1`,
      ]) {
        const { status, text } = await send(route, { query })
        if (status !== 400 || !text.includes(`${name} is sent more than once.`)) {
          wrong.push(`${route.operationId} ${query}: ${status} ${text}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('is refused by its name if its bytes are not UTF-8', async () => {
    const { send } = await startForAll()
    const wrong: string[] = []
    for (const { route, name } of queryParameters) {
      for (const query of [`?${name}=caf%E9`, `?x=%EF%BF%BD&${name}=caf%E9%zz`]) {
        const { status, text } = await send(route, { query })
        if (status !== 400 || !text.includes(name))
          wrong.push(`${route.operationId} ${query}: ${text}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('every text field', () => {
  it.each([
    ['a NUL', 'a\u0000b'],
    ['an escape', '\u001b[31mred'],
    ['a C1 control character', 'a\u0085b'],
  ])('is refused with %s', async (_what, text) => {
    const { send } = await startForAll()
    // A page number that is not a number counts as not sent.
    const request = (field: TextField) => withText(field, text)
    expect(await unexpected(textFields, send, request, isRefused)).toEqual([])
  })

  it.each([
    ['the first half of a surrogate pair', 'a\ud83d'],
    ['the second half', '\ude00a'],
  ])('is refused with %s', async (_what, text) => {
    const { send } = await startForAll()
    // A URL cannot contain one.
    const request = (field: TextField) => withText(field, text)
    expect(await unexpected(inBodies, send, request, isRefused)).toEqual([])
  })

  it('is refused with bytes that are not UTF-8', async () => {
    const { send } = await startForAll()
    const request = (field: TextField): Chosen => {
      const { body } = withText(field, 'caf\u00e9')
      return { body: new Uint8Array(Buffer.from(body as string, 'latin1')) }
    }
    const isNamed = (status: number, text: string) => status === 400 && text.includes('UTF-8')
    expect(await unexpected(inBodies, send, request, isNamed)).toEqual([])
  })

  it('is refused if it is longer than the contract allows', async () => {
    const { send } = await startForAll()
    const fields = textFields.filter(({ schema }) => (schema.maxLength ?? Infinity) < 70_000)
    expect(fields.length).toBeGreaterThan(80)
    const request = (field: TextField) =>
      withText(field, 'x'.repeat(Math.max(10_000, (field.schema.maxLength ?? 0) + 1)))
    expect(await unexpected(fields, send, request, isRefused)).toEqual([])
  })

  it('has a maximum length or a pattern', () => {
    const unlimited = textFields.filter(
      ({ schema }) =>
        schema.maxLength === undefined && schema.pattern === undefined && schema.format !== 'date',
    )
    expect(unlimited.map(({ title }) => title)).toEqual([])
  })
})
