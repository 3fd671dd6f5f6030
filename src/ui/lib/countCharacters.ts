const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Counts the characters a person sees (grapheme clusters). An emoji of seven code points counts as one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _segment of segmenter.segment(text)) count += 1
  return count
}
