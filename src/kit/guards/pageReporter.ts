import type { RequestLogRecord } from '#src/mock/demo/records.ts'

import { findKeysInPage } from './keysInPage.ts'
import { type KeySearch, keySearch } from './keySearch.ts'

/** The name of the function in the page that sends reports to the kit. */
export const reporter = '__edeskKitReport'

/** The properties that the guards read of a request that the demo reports (docs/playwright-kit.md, "The interface behind the kit"). */
export type ReportedExchange = Pick<
  RequestLogRecord,
  'method' | 'path' | 'operation' | 'status' | 'fault' | 'mismatches'
>

/** A report from a page. */
export type Report = { exchange: ReportedExchange } | { fault: string } | { keys: string[] }

/** A script for every page. It reports each request and each fault of the demo, and forbidden keys before the browser leaves the page. */
export const pageScript = `(${watchPage.toString()})(${findKeysInPage.toString()}, ${JSON.stringify([reporter, keySearch])})`

function watchPage(
  findKeys: (search: KeySearch) => string[],
  [name, search]: readonly [string, KeySearch],
): void {
  const report = (message: Report) => {
    const send = (window as unknown as Record<string, unknown>)[name]
    if (typeof send === 'function') void (send as (message: Report) => Promise<void>)(message)
  }
  window.addEventListener('edesk-demo-exchange', (event) => {
    const { method, path, operation, status, fault, mismatches } = (
      event as CustomEvent<ReportedExchange>
    ).detail
    report({ exchange: { method, path, operation, status, fault, mismatches } })
  })
  window.addEventListener('edesk-demo-fault', (event) => {
    report({ fault: (event as CustomEvent<string>).detail })
  })
  const check = () => {
    // An empty document has no storage: reading it would throw.
    if (!location.protocol.startsWith('http')) return
    const keys = findKeys(search)
    if (keys.length > 0) report({ keys })
  }
  // `navigate` fires before the URL and the page change.
  const { navigation } = window as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', (event) => {
    // Back and Forward change the URL first, and the page may cancel them to ask about unsaved input.
    if ((event as Event & { navigationType?: string }).navigationType !== 'traverse') check()
  })
  window.addEventListener('pagehide', check)
}
