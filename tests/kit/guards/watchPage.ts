import type { ExchangeRecord } from '#src/mock/domain/records.ts'

import { keyForm, keysInPage } from './keysInPage.ts'

/** The name under which pages tell the kit what happens in them. */
export const reporter = '__edeskKitReport'

/** What is looked at of a request that the demo tells of as it happens (docs/playwright-kit.md, "window.edeskDemo"). */
export type ToldExchange = Pick<
  ExchangeRecord,
  'method' | 'path' | 'operation' | 'status' | 'fault' | 'mismatches'
>

/** What a page tells. */
export type Report = { exchange: ToldExchange } | { keys: string[] }

/** A script for every page: tells of the demo's exchanges, and of keys where none may be, whenever a page is about to be left. */
export const pageScript = `(${watchPage.toString()})(${keysInPage.toString()}, ${JSON.stringify([reporter, keyForm])})`

function watchPage(
  findKeys: (form: string) => string[],
  [name, form]: readonly [string, string],
): void {
  const report = (told: Report) => {
    const tell = (window as unknown as Record<string, unknown>)[name]
    if (typeof tell === 'function') void (tell as (told: Report) => Promise<void>)(told)
  }
  window.addEventListener('edesk-demo-exchange', (event) => {
    const { method, path, operation, status, fault, mismatches } = (
      event as CustomEvent<ToldExchange>
    ).detail
    report({ exchange: { method, path, operation, status, fault, mismatches } })
  })
  const check = () => {
    // An empty document has nothing, and may not even be asked.
    if (!location.protocol.startsWith('http')) return
    const keys = findKeys(form)
    if (keys.length > 0) report({ keys })
  }
  // It is fired before the address changes, while the page is still as it was.
  const { navigation } = window as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', (event) => {
    // Back and Forward change the address first, and may be taken back where the page asks about what would be lost.
    if ((event as Event & { navigationType?: string }).navigationType !== 'traverse') check()
  })
  window.addEventListener('pagehide', check)
}
