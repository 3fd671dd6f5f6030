import { foldText } from './foldText.ts'

/**
 * Returns the key that names of tokens are compared by. It ignores case, width (NFKC) and spaces: "Ｓhip fast" equals "ship FAST",
 * so that one application has one token.
 */
export function nameKey(name: string): string {
  return foldText(name).replaceAll(' ', '').normalize('NFKC')
}
