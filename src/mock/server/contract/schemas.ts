import { definitions } from '#src/api/generated/contract.ts'

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
  additionalProperties?: boolean
  oneOf?: readonly { required: readonly string[] }[]
  'x-attachment'?: boolean
  'x-image-url'?: boolean
  'x-custom-field-value'?: boolean
  /** Whether a text may contain tabs and line breaks. */
  'x-lines'?: boolean
}

/** Returns the definition that a schema refers to, or the schema itself if it has no `$ref`. */
export function resolveRef(schema: object): Schema {
  return '$ref' in schema ? definitions[definitionName(schema.$ref)] : schema
}

/** Returns the name of the definition that a `$ref` refers to. */
export function definitionName(reference: unknown): keyof typeof definitions {
  return String(reference).replace('#/$defs/', '') as keyof typeof definitions
}
