/** A key on its one way from the answer that holds it to the page that shows it. */
interface ShownKey {
  tokenId: string
  tokenName: string
  key: string
  /** It takes the place of another one: until when that works, null where it does not any more. */
  replaced?: { oldKeyEndsAt: string | null }
}

// A plain variable on purpose: nothing reactive, nothing that devtools, a store or the history could keep.
let waiting: ShownKey | undefined

/** Keeps a key until the page that shows it takes it, which happens in the same moment. */
export function handOverKey(shown: ShownKey): void {
  waiting = shown
}

/** The key for this token, once: afterwards whoever took it holds the only copy. */
export function takeKey(tokenId: string): ShownKey | undefined {
  const taken = waiting
  waiting = undefined
  return taken?.tokenId === tokenId ? taken : undefined
}
