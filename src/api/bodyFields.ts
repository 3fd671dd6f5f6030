import { referenceDefinitions } from './generated/reference.ts'

type FieldKind = 'text' | 'date' | 'integer' | 'number' | 'boolean' | 'object'

/** A field of a request's body, as a page shows it. */
export interface BodyField {
  name: string
  /** The kinds of value that the contract accepts. */
  kinds: readonly FieldKind[]
  list: boolean
  nullable: boolean
  required: boolean
  description: string | undefined
  /** The maximum number of characters. */
  limit: number | undefined
  /** The allowed values, if the contract lists them. */
  allowed: readonly string[]
  /** The fields of the object, or of each object in the list. */
  fields: readonly BodyField[]
}

/** The JSON Schema keywords that the contract's bodies use. */
interface SchemaNode {
  $ref?: string
  type?: string | readonly string[]
  format?: string
  description?: string
  maxLength?: number
  enum?: readonly (string | null)[]
  items?: SchemaNode
  properties?: Readonly<Record<string, SchemaNode>>
  required?: readonly string[]
}

/** Returns the fields of a body from its schema in the reference. */
export function bodyFields(schema: object): readonly BodyField[] {
  const { properties = {}, required = [] } = resolved(schema)
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(name, resolved(property), required.includes(name)),
  )
}

function fieldOf(name: string, schema: SchemaNode, required: boolean): BodyField {
  const types = typesOf(schema)
  const list = types.includes('array')
  const value = list ? resolved(schema.items ?? {}) : schema
  return {
    name,
    kinds: typesOf(value)
      .filter((type) => type !== 'null')
      .map((type) => kindOf(type, value.format)),
    list,
    nullable: types.includes('null'),
    required,
    description: schema.description ?? value.description,
    limit: value.maxLength,
    allowed: (value.enum ?? []).filter((allowed) => allowed !== null),
    fields: bodyFields(value),
  }
}

function kindOf(type: string, format: string | undefined): FieldKind {
  if (format === 'date-time-edesk') return 'date'
  if (type === 'integer' || type === 'number' || type === 'boolean' || type === 'object')
    return type
  return 'text'
}

function typesOf({ type = 'string' }: SchemaNode): readonly string[] {
  return typeof type === 'string' ? [type] : type
}

/** Merges a schema with the definition it refers to. The schema's own keywords take precedence. */
function resolved(schema: SchemaNode): SchemaNode {
  const name = schema.$ref?.replace('#/$defs/', '')
  return name === undefined ? schema : { ...referenceDefinitions[name], ...schema }
}
