import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'

import { keyPattern } from '#src/shared/keyFormat.ts'
import { maskKeys } from '#src/shared/keysInText.ts'

import { contextLogOf } from './contextLog.ts'
import { type Allowed, type Finding, type GuardName, isAllowed } from './findings.ts'
import { findKeysInDatabases, findKeysInPage } from './keysInPage.ts'
import { pageScript, type Report, reporter, type ReportedExchange } from './pageReporter.ts'

/** Guards watch every page of a test, and fail the test at its end if they have findings. */
export interface Guards {
  /** Allows the findings of a guard: all of them, or those whose text matches a pattern. */
  allow(guard: GuardName, pattern?: RegExp): void
  /** Allows API responses with these statuses. Browsers log them to the console as errors. */
  allowStatuses(...statuses: number[]): void
  /** Watches another browser context, one that the test has created itself. */
  watch(context: BrowserContext): Promise<void>
  /** Returns the findings so far that are not allowed. */
  findings(): Promise<Finding[]>
}

/** A finding, with the console message that it comes from, if any. */
type Found = Finding & { source?: ConsoleMessage }

export interface WatchingGuards extends Guards {
  /** The requests that the demo has reported. */
  readonly exchanges: readonly ReportedExchange[]
}

/**
 * Creates guards. They watch a browser context after `watch`.
 *
 * @param origin the origin of the demo. Requests to other origins are findings.
 * @param host reports the requests of a demo that runs in the HTTP host, where the pages cannot.
 */
export function createGuards(
  origin: string,
  allowed: Allowed,
  host?: { exchanges(): Promise<readonly ReportedExchange[]> },
): WatchingGuards {
  const allowances: Allowed[] = [allowed]
  const statuses = new Set<number>()
  const exchanges: ReportedExchange[] = []
  const contexts: BrowserContext[] = []
  const found: Found[] = []
  const report = (guard: GuardName, text: string) => found.push({ guard, text: maskKeys(text) })

  function onConsole(message: ConsoleMessage): void {
    const text = message.text()
    if (keyPattern.test(text)) report('keys', `the console says: ${text}`)
    if (!['error', 'warning'].includes(message.type())) return
    // Playwright logs this itself if a test blocks service workers.
    if (text === 'Service Worker registration blocked by Playwright') return
    const { url } = message.location()
    const guard = /content.security.policy|requires 'Trusted/i.test(text) ? 'policy' : 'console'
    found.push({
      guard,
      text: maskKeys(`${message.type()} "${text}" (${url})`),
      source: message,
    })
  }

  function onRequest(request: Request): void {
    const url = request.url()
    const { protocol, origin: requestOrigin } = new URL(url)
    if (protocol.startsWith('http') && requestOrigin !== origin) report('other-hosts', url)
    for (const text of [url, request.postData() ?? '']) {
      if (keyPattern.test(text)) report('keys', `${request.method()} ${text}`)
    }
  }

  function onReport(message: Report): void {
    if ('keys' in message) return message.keys.forEach((text) => report('keys', text))
    addExchange(message.exchange)
  }

  function addExchange(exchange: ReportedExchange): void {
    exchanges.push(exchange)
    const { method, path, mismatches } = exchange
    for (const mismatch of mismatches) {
      report('contract', `the ${mismatch.in} of ${method} ${path}: ${mismatch.detail}`)
    }
  }

  /** Returns whether a message reports a response that the test expects: by an allowed status, or by an injected fault. */
  function isExpected({ source }: Found): boolean {
    const { url = '' } = source?.location() ?? {}
    if (!source?.text().startsWith('Failed to load resource') || !/\/(api|v1)\//.test(url))
      return false
    const status = Number(/status of (\d+)/.exec(source.text())?.[1])
    const { pathname } = new URL(url)
    return (
      statuses.has(status) ||
      exchanges.some(({ path, fault }) => fault !== null && pathname.endsWith(pathOf(path)))
    )
  }

  async function checkPages(): Promise<void> {
    const pages = contexts.flatMap((context) => context.pages())
    for (const page of pages.filter((open) => open.url().startsWith('http'))) {
      for (const text of await findKeys(page)) report('keys', text)
    }
  }

  return {
    exchanges,
    allow: (guard, pattern) => void allowances.push({ [guard]: pattern ?? true }),
    allowStatuses: (...allowedStatuses) =>
      allowedStatuses.forEach((status) => statuses.add(status)),
    async watch(context) {
      contexts.push(context)
      const log = contextLogOf(context)
      context.on('console', (message) => {
        log.consoleTexts.push(message.text())
        onConsole(message)
      })
      context.on('weberror', (webError) => {
        const { message } = webError.error()
        log.errorTexts.push(message)
        report('page-errors', message)
      })
      context.on('request', (request) => {
        log.requestTexts.push(request.url(), request.postData() ?? '')
        onRequest(request)
      })
      await context.exposeBinding(reporter, (_source, message: Report) => onReport(message))
      await context.addInitScript({ content: pageScript })
    },
    async findings() {
      await checkPages()
      const reported = (await host?.exchanges()) ?? []
      reported.slice(exchanges.length).forEach(addExchange)
      const isMeant = (one: Found) => isExpected(one) || isAllowed(one, allowances)
      return found.filter((one) => !isMeant(one)).map(({ guard, text }) => ({ guard, text }))
    },
  }
}

function pathOf(path: string): string {
  return path.split('?')[0] ?? path
}

/** Returns nothing for a page that closes or navigates meanwhile: the page script checks it before it leaves. */
async function findKeys(page: Page): Promise<string[]> {
  try {
    const [inPage, inDatabases] = await Promise.all([
      page.evaluate(findKeysInPage, keyPattern.source),
      page.evaluate(findKeysInDatabases, keyPattern.source),
    ])
    return [...inPage, ...inDatabases]
  } catch {
    return []
  }
}
