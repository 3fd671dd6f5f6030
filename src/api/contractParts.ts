/** The JSON Schema of an object that has no properties but its own. */
export interface ClosedObject {
  type: 'object'
  additionalProperties: false
  required: readonly string[]
  properties: Readonly<Record<string, object>>
}

/**
 * Returns the JSON Schema of an object without additional properties. The generated contract calls it for a hundred schemas.
 *
 * @param properties the schema of each property.
 * @param optional the names of the properties that the object may lack.
 */
export function closedObject(
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
): ClosedObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', additionalProperties: false, required, properties }
}

/** Returns the responses of an operation that have the same schema, by status. The statuses share one schema and its validator. */
export function forStatuses<Status extends string>(
  schema: object,
  ...statuses: Status[]
): Record<Status, object> {
  return Object.fromEntries(statuses.map((status) => [status, schema])) as Record<Status, object>
}
