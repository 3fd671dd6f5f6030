import type { ReferenceOperation } from '#src/api/generated/reference.ts'
import { examplePath, type ParameterValues } from '#src/api/apiReference.ts'

/**
 * Returns the path parameters and the body that the form starts with: the contract's examples. The ids of the examples may
 * exist in the business, so an operation that changes data starts without any: the user names the record to change.
 */
export function requestExample(operation: ReferenceOperation): {
  values: ParameterValues
  body: string
} {
  const { method, body } = operation
  return {
    values: method === 'GET' ? examplePath(operation) : {},
    body: body ? JSON.stringify(withoutIds(body.example), null, 2) : '',
  }
}

function withoutIds(example: unknown): unknown {
  return JSON.parse(JSON.stringify(example), (name: string, value: unknown) => {
    if (name.endsWith('_id')) return null
    return name.endsWith('_ids') ? [] : value
  }) as unknown
}
