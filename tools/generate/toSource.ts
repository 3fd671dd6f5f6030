import type { Json, JsonObject } from './contract.ts'

export interface SourceOptions {
  /** Keys to omit, such as `description`: documentation that programs do not need. */
  without?: readonly string[]
  /** Parts that the source already has as `constant.name`. They are not written again. */
  constants?: Readonly<Record<string, readonly [name: string, value: Json][]>>
}

const closedObjectKeys = ['type', 'additionalProperties', 'required', 'properties']

/**
 * Serializes a value to source text, with references to schemas as `#/$defs/…`. Objects without additional properties are calls
 * of `closedObject`.
 */
export function toSource(
  value: unknown,
  { without = [], constants = {} }: SourceOptions = {},
): string {
  const json = JSON.stringify(value, (key, part: Json) => {
    // A schema property may have the same name as such a key. Its value is then an object.
    const isNote = key === 'example' || typeof part === 'string'
    return without.includes(key) && isNote ? undefined : part
  })
  const known = Object.entries(constants).flatMap(([constant, parts]) =>
    parts.map(([name, part]): [string, string] => [
      toSource(part, { without }),
      `${constant}.${name}`,
    ]),
  )
  const names = new Map(known.toReversed())
  return write(JSON.parse(json.replaceAll('#/components/schemas/', '#/$defs/')) as Json, names)
}

function write(value: Json, names: ReadonlyMap<string, string>): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const text = Array.isArray(value)
    ? `[${value.map((item) => write(item, names)).join(',')}]`
    : writeObject(value, names)
  return names.get(text) ?? text
}

function writeObject(value: JsonObject, names: ReadonlyMap<string, string>): string {
  if (isClosedObject(value)) {
    const { properties, required } = value
    const optional = Object.keys(properties).filter((name) => !required.includes(name))
    const rest = optional.length === 0 ? '' : `,${JSON.stringify(optional)}`
    return `closedObject(${write(properties, names)}${rest})`
  }
  const members = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}:${write(part, names)}`,
  )
  return `{${members.join(',')}}`
}

function isClosedObject(
  value: JsonObject,
): value is { required: string[]; properties: JsonObject } {
  const keys = Object.keys(value)
  return (
    value.additionalProperties === false &&
    keys.length === closedObjectKeys.length &&
    closedObjectKeys.every((key) => keys.includes(key))
  )
}
