// Created on first use: creating it takes longer than everything else that the mock does with texts at startup.
let segmenter: Intl.Segmenter | undefined

/** Counts the characters a person sees (grapheme clusters). An emoji of seven code points counts as one. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _segment of segmentsOf(text)) count += 1
  return count
}

/** Splits a text into the characters that `countCharacters` counts. */
export function splitCharacters(text: string): string[] {
  return Array.from(segmentsOf(text), ({ segment }) => segment)
}

function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}
