import type { ErrorCode } from './edeskError.ts'

/**
 * The texts that are there and say nothing: as wrong as a missing one, which the contract's check has found already.
 *
 * @param prefix the way to the object, where it is inside another one: `custom_fields.0.`
 */
export function codesOfBlankTexts<Body extends object>(
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
