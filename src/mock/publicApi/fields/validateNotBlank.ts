import type { ErrorCode } from '../edeskError.ts'

/**
 * Reports required texts that are blank. They get the same code as missing texts, which the contract check reports.
 *
 * @param prefix the path prefix of a nested object, for example `custom_fields.0.`
 */
export function validateNotBlank<Body extends object>(
  body: Body,
  names: readonly (keyof Body & string)[],
  prefix = '',
): Record<string, ErrorCode> {
  const blank = names.filter((name) => {
    const text = body[name]
    return typeof text === 'string' && text.trim() === ''
  })
  return Object.fromEntries(blank.map((name) => [`${prefix}${name}`, '4001' as const]))
}
