const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'
const directionControl = /[\u202A-\u202E\u2066-\u2069]/u

/**
 * Makes user input safe inside a sentence, a title or an accessible name. Wraps a text with direction controls in an isolate,
 * so that they cannot reorder the text around it (Unicode Standard Annex 9). On a page from right to left, wraps each text, because
 * most names are written from left to right: "ShipFast!" would become "!ShipFast". In markup, use `<bdi>` instead.
 */
export function isolate(text: string): string {
  const isOtherDirection = document.documentElement.dir === 'rtl'
  if (!isOtherDirection && !directionControl.test(text)) return text
  return firstStrongIsolate + balanceIsolates(text) + popIsolate
}

/** Balances the isolates of a text. An unmatched closing isolate would end our own isolate, so it is removed. */
function balanceIsolates(text: string): string {
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
