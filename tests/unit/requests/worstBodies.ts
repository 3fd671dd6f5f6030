import fc from 'fast-check'

import { type AnyRoute, bodyWith, type Path, resolve, valueOf } from './contractRequests.ts'

/** About how many bytes a body has. */
const size = 300_000

/** Texts that take long to search, to compare, to decode or to divide into characters, if they are repeated. */
const units = fc.oneof(
  fc.constantFrom(
    ...[
      'x',
      ' ',
      'edesk_',
      'e\u200b',
      '%25',
      '&amp;',
      '&#101;',
      'ZWRlc2tf',
      '65',
      '=3D',
      '<b ',
      '\\',
    ],
    ...[
      '"',
      '\n',
      '\0',
      '\u0301',
      'e\u0301',
      '👩‍👩‍👧‍👦',
      '\u200d',
      '\ud800',
      'İ',
      'ﷺ',
      '../',
      "'1",
      ';=1',
    ],
    ...[`e${' '.repeat(99)}`, `edesk_a${'\n'.repeat(40)}`, 'a@b.', 'https://', '2026-01-01 '],
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
)

/** Strings, in JSON. */
const strings = units.map((unit) => `"${repeated(JSON.stringify(unit).slice(1, -1), size)}"`)

/** A text of JSON that many values are nested in. */
const nested = fc
  .array(fc.constantFrom('[', '[0,', '{"":', '{"a":1,"b":', '{"__proto__":'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((openings) => {
    const opening = repeated(openings.join(''), size / 2)
    const closing = Array.from(opening.matchAll(/[[{]/g), ([bracket]) =>
      bracket === '[' ? ']' : '}',
    )
    return `${opening}${closing.reverse().join('')}`
  })

const numbers = fc
  .tuple(fc.constantFrom('9', '0', '9e9', '.9'), fc.constantFrom('', '-', '0.', '1e', '1e-'))
  .map(([unit, prefix]) => prefix + repeated(unit, size))

const smallValues = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
  fc.constantFrom('1e999', '-0', '""', '"\\ud800"', '{}', '[]', '1'.repeat(400)),
)

/** A list of equal values, or of some values by turns. */
const lists = fc
  .array(smallValues, { minLength: 1, maxLength: 4 })
  .map((items) => `[${repeated(`${items.join(',')},`, size)}0]`)

/** An object with one property again and again, or with many properties. */
function objects(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.oneof(fc.constantFrom(...names, '__proto__', 'a'), fc.string())
  const duplicates = fc
    .tuple(name, smallValues)
    .map(([each, value]) => `{${repeated(`${JSON.stringify(each)}:${value},`, size)}"end":0}`)
  const different = fc.tuple(name, smallValues).map(([prefix, value]) => {
    const property = (index: number) => `${JSON.stringify(`${prefix}${index}`)}:${value}`
    const count = Math.floor(size / (property(0).length + 5))
    return `{${Array.from({ length: count }, (_, index) => property(index)).join(',')}}`
  })
  return fc.oneof(duplicates, different)
}

/** Repeats a part of a JSON text until it has this many bytes. */
function repeated(text: string, bytes: number): string {
  return text.repeat(Math.ceil(bytes / Buffer.byteLength(text)))
}

/** Returns the paths of all values in the body of an operation. The first one is that of the body itself. */
function pathsIn(source: object, path: Path = []): Path[] {
  const schema = resolve(source)
  const properties = Object.entries(schema.properties ?? {})
  return [
    path,
    ...properties.flatMap(([name, part]) => pathsIn(part, [...path, name])),
    ...(schema.items ? pathsIn(schema.items, [...path, 0]) : []),
  ]
}

/** Bodies of an operation that are valid but for one large value, or for what is beside it. */
export function worstBodies(route: AnyRoute): fc.Arbitrary<string> {
  const names = Object.keys(resolve(route.body ?? {}).properties ?? {})
  const large = fc.oneof(strings, nested, numbers, lists, objects(names))
  const inPlace = fc
    .tuple(fc.constantFrom(...pathsIn(route.body ?? {})), large)
    .map(([path, text]) =>
      JSON.stringify(bodyWith(route, path, 'LARGE')).replace('"LARGE"', () => text),
    )
  const unknown = strings.map((text) => `{"unknown":${text}}`)
  const beside = fc
    .tuple(fc.oneof(objects(names), unknown), fc.boolean())
    .map(([text, isFirst]) => {
      const valid = JSON.stringify(valueOf(route.body ?? {}))
      const [first, second] = isFirst ? [text, valid] : [valid, text]
      return `${first.slice(0, -1)},${second.slice(1)}`
    })
  const broken = fc.tuple(inPlace, fc.nat(size)).map(([text, end]) => text.slice(0, end))
  return fc.oneof({ weight: 6, arbitrary: inPlace }, { weight: 2, arbitrary: beside }, broken)
}
