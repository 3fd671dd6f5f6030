/** A new key on its way from the API's response to the page that shows it. */
interface PendingKey {
  tokenId: string
  tokenName: string
  key: string
  /** Set if the key replaces another one: when the old key stops working, or null if it already has. */
  replaced?: { oldKeyEndsAt: string | null }
}

// A plain variable on purpose: devtools, stores and the browser's history can't keep a copy of it.
let pendingKey: PendingKey | undefined

/** Holds a key until the page that shows it takes it, which happens right away. */
export function setPendingKey(key: PendingKey): void {
  pendingKey = key
}

/** Returns the key for this token and forgets it. The caller then holds the only copy. */
export function takePendingKey(tokenId: string): PendingKey | undefined {
  const key = pendingKey
  pendingKey = undefined
  return key?.tokenId === tokenId ? key : undefined
}
