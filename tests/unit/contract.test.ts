import { type Schema, Validator } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'

import { referenceDefinitions, referenceOperations } from '#src/api/generated/reference.ts'
import { operationFeatures } from '#src/api/generated/values.ts'

import { definitions, publicRoutes, routes } from '../support/contract/routes.ts'

const bodies = referenceOperations.flatMap(({ operationId, body }) =>
  body ? [{ operationId, ...body }] : [],
)

function invalidFieldsOf(schema: object, value: unknown, $defs = definitions) {
  return new Validator({ ...schema, $defs }, '2020-12', false).validate(value).errors
}

/** Returns a schema and all schemas that it refers to. */
function withReferences(schema: object, found = new Set<object>()): Set<object> {
  found.add(schema)
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)) {
    const definition = definitions[name]
    if (!definition) throw new Error(`Unknown schema ${name}`)
    if (!found.has(definition)) withReferences(definition, found)
  }
  return found
}

function responseSchemasOf({ responses }: (typeof publicRoutes)[number]): object[] {
  return Object.values(responses).filter((schema) => schema !== null)
}

/** Returns every schema with properties in a schema, at any depth. */
function objectsIn(schema: unknown): Schema[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inside = Object.values(schema).flatMap(objectsIn)
  return 'properties' in schema ? [schema as Schema, ...inside] : inside
}

describe("the contract's public API", () => {
  it("has eDesk's forty operations, each with a unique name", () => {
    expect(publicRoutes).toHaveLength(40)
    expect(new Set(routes.map(({ operationId }) => operationId)).size).toBe(routes.length)
  })

  it.each(publicRoutes)('$operationId has schemas that reject a wrong value', (route) => {
    const schemas = [...responseSchemasOf(route), ...(route.body ? [route.body] : [])]
    for (const schema of schemas) {
      expect(withReferences(schema).size).toBeGreaterThan(0)
      expect(invalidFieldsOf(schema, 'neither a body nor an answer')).not.toEqual([])
    }
  })

  it.each(bodies)('$operationId accepts its example body', (body) => {
    const route = publicRoutes.find(({ operationId }) => operationId === body.operationId)
    const schema = route?.body ?? {}
    expect(invalidFieldsOf(schema, body.example)).toEqual([])
    expect(invalidFieldsOf(body.schema, body.example, referenceDefinitions)).toEqual([])
    expect(invalidFieldsOf(schema, [])).not.toEqual([])
  })

  it.each(bodies)('$operationId ignores unknown properties in the body', (body) => {
    const example = { ...(body.example as object), not_of_edesk: true }
    expect(invalidFieldsOf(body.schema, example, referenceDefinitions)).toEqual([])
  })

  it.each(publicRoutes)('$operationId lists all properties of its responses', (route) => {
    const schemas = responseSchemasOf(route).flatMap((answer) => [...withReferences(answer)])
    for (const { properties, required, additionalProperties } of schemas.flatMap(objectsIn)) {
      expect(required).toEqual(Object.keys(properties ?? {}))
      expect(additionalProperties).toBe(false)
    }
  })

  it('lets an order identify its buyer in exactly one way', () => {
    const create = bodies.find(({ operationId }) => operationId === 'createSalesOrder')
    const { contact, ...nobody } = create?.example as Record<string, unknown>
    const faultsWith = (buyer: object) =>
      invalidFieldsOf(create?.schema ?? {}, { ...nobody, ...buyer }, referenceDefinitions)
    expect(faultsWith({ contact })).toEqual([])
    expect(faultsWith({ contact_id: 1 })).toEqual([])
    expect(faultsWith({})).not.toEqual([])
    expect(faultsWith({ contact, contact_id: 1 })).not.toEqual([])
  })

  it('requires a feature for every operation except whoami', () => {
    const free = publicRoutes.filter(({ operationId }) => !(operationId in operationFeatures))
    expect(free.map(({ operationId }) => operationId)).toEqual(['whoami'])
  })
})
