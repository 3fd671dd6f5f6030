/** Whether a text looks like a whole key. Only eDesk can say whether it is one. */
export function looksLikeKey(text: string): boolean {
  return /^edesk_[0-9A-Za-z]{36}$/.test(text)
}

/** What stands in a key's place where it is not to be seen. */
export const hiddenKey = 'edesk_…'
