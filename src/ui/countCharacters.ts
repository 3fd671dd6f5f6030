const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How many characters a person sees: an emoji made of seven code points is one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _segment of segmenter.segment(text)) count += 1
  return count
}
