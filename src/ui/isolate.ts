const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'
const directionControl = /[\u202A-\u202E\u2066-\u2069]/u

/**
 * A text that somebody typed, made safe to stand inside a sentence, a title or an accessible name: with direction
 * controls in it, it is wrapped so that they end with it and reorder nothing around it (Unicode Standard Annex 9).
 * Any other text comes back as it is. In markup use `<bdi>` instead.
 */
export function isolate(text: string): string {
  if (!directionControl.test(text)) return text
  return firstStrongIsolate + closed(text) + popIsolate
}

/** A closing isolate that nothing in the text opened would end our own one: it is left out. */
function closed(text: string): string {
  let open = 0
  let result = ''
  for (const character of text) {
    if (character === popIsolate && open === 0) continue
    if (character >= '\u2066' && character <= '\u2068') open += 1
    if (character === popIsolate) open -= 1
    result += character
  }
  return result + popIsolate.repeat(open)
}
