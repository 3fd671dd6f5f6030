import { shallowRef } from 'vue'

/** What was removed from the address, because it contains a key. In memory only, until a page takes it. */
interface RemovedKey {
  /** The texts with the keys. */
  text: string
  /** The names of the parameters that were removed. */
  parameters: readonly string[]
}

const removed = shallowRef<RemovedKey>()

/** Keeps what was removed from the address, for the page that the address leads to. */
export function keepKeyFromAddress(key: RemovedKey): void {
  removed.value = key
}

/** Returns what was removed from the address, once; undefined if nothing was. */
export function takeKeyFromAddress(): RemovedKey | undefined {
  const key = removed.value
  removed.value = undefined
  return key
}
