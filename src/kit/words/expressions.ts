/** A literal text of a message, such as `{'@'}`, or a placeholder, such as `{name}`. */
export const interpolation = /\{'([^']*)'\}|\{(\w+)\}/g

/** What separates groups of digits. The application writes 0 to 9 in each language. */
const separators = String.raw`.,’\s`
/** The source of an expression for a number. */
export const anyNumber = String.raw`\d(?:[\d${separators}]*\d)?`

/** The page wraps a text with such controls in invisible isolates; from right to left, each text. */
export const directionControl = /[\u202A-\u202E\u2066-\u2069]/
const isolate = /[\u2066-\u2069]+/
const anyIsolates = String.raw`[\u2066-\u2069]*`

type Values = Readonly<Record<string, string | number>>

/** Returns the names of the placeholders of a message. */
export function placeholdersIn(message: string): string[] {
  return Array.from(message.matchAll(interpolation), ([, , name]) => name).filter(
    (name) => name !== undefined,
  )
}

/** Returns the source of an expression for a form of a message. */
export function sourceOf(form: string, values: Values): string {
  let source = ''
  let end = 0
  for (const { 0: whole, 1: literal, 2: name = '', index } of form.matchAll(interpolation)) {
    source += escapeText(form.slice(end, index))
    source += literal === undefined ? sourceOfValue(name, values[name]) : escapeText(literal)
    end = index + whole.length
  }
  return source + escapeText(form.slice(end))
}

function sourceOfValue(name: string, value: string | number | undefined): string {
  if (typeof value === 'number') return sourceOfNumber(value)
  if (value === undefined) return name === 'count' ? anyNumber : '.+'
  return ['', ...value.split(isolate).map(escapeText), ''].join(anyIsolates)
}

/** A whole number, whose digits may be in groups. */
function sourceOfNumber(value: number): string {
  return Array.from(String(value)).join(`[${separators}]?`)
}

/** Escapes a text for an expression. Playwright compares names with normal spaces, so each space matches any. */
export function escapeText(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
}

/** Returns the number in a text, as it is written there. Empty if there is none. */
export function numberIn(text: string): string {
  return new RegExp(anyNumber).exec(text)?.[0] ?? ''
}
