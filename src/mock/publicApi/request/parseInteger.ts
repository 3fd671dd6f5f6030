/** Parses an integer of any length. Values beyond the safe range are clamped to it: no id and no page is that large. */
export function parseInteger(text: string | null): number | undefined {
  if (text === null || !/^-?\d+$/.test(text)) return undefined
  return Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number(text), Number.MAX_SAFE_INTEGER))
}
