/** The JSON Schema keywords that the checks read. */
export interface Schema {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  contentEncoding?: string
  default?: unknown
  items?: object
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  properties?: Readonly<Record<string, object>>
  required?: readonly string[]
  minProperties?: number
  additionalProperties?: boolean | object
  allOf?: readonly object[]
  oneOf?: readonly object[]
  'x-attachment'?: boolean
  'x-image-url'?: boolean
  'x-custom-field-value'?: boolean
  /** Whether a text may contain tabs and line breaks. */
  'x-lines'?: boolean
}

const definitions = new Map<string, Schema>()

/** Makes the definitions of an API available to `resolveRef`. A browser loads those of the public API with its first request. */
export function addDefinitions(added: Readonly<Record<string, object>>): void {
  for (const [name, definition] of Object.entries(added)) definitions.set(name, definition)
}

/**
 * Returns the definition that a schema refers to, or the schema itself if it has no `$ref`.
 *
 * @throws Error if no API has this definition.
 */
export function resolveRef(schema: object): Schema {
  if (!('$ref' in schema)) return schema
  const definition = definitions.get(definitionName(schema.$ref))
  if (!definition) throw new Error(`The contract has no definition "${String(schema.$ref)}".`)
  return definition
}

/** Returns the name of the definition that a `$ref` refers to. */
export function definitionName(reference: unknown): string {
  return String(reference).replace('#/$defs/', '')
}
