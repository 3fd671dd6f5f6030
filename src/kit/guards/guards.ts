import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'
import { keyPattern } from '#src/shared/keyFormat.ts'
import { maskKeys } from '#src/shared/keysInText.ts'

import { originOfPage } from '../originOfPage.ts'
import { contextLogOf } from './contextLog.ts'
import { type AffectedCalls, createFaultGuard, type FaultGuard } from './faultGuard.ts'
import { type Allowed, checkAllowed, type Finding, type GuardName, isAllowed } from './findings.ts'
import { findKeysInDatabases, findKeysInPage } from './keysInPage.ts'
import { keySearch } from './keySearch.ts'
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
  readonly faults: FaultGuard
  /** Calls a function with each request that the demo in a page reports, until the returned function is called. */
  onCall: (page: Page, listener: (exchange: ReportedExchange) => void) => () => void
  /** Returns how many calls of a page each fault has affected, for a demo in a browser. */
  affectedCallsOf(page: Page): AffectedCalls
  /** Ignores the browser's report of an error response that the kit itself causes in a page of the demo. */
  expectAnswer: (url: string, status: number) => void
  /** Returns whether the test allows a finding. */
  allows(finding: Finding): boolean
  /** Returns the findings at the end of the test, also faults that have affected no call. */
  finish(): Promise<Finding[]>
}

/**
 * Creates guards. They watch a browser context after `watch`.
 *
 * @param origin the origin of the demo. Requests to other origins are findings.
 * @param ownOrigins the origins of the reader's application. The guards do not watch it.
 * @param host reports the requests of a demo that runs in the HTTP host, where the pages cannot.
 */
export function createGuards(
  origin: string,
  ownOrigins: readonly string[],
  allowed: Allowed,
  host?: Pick<DemoControl, 'exchanges'>,
): WatchingGuards {
  const allowances: Allowed[] = [checkAllowed(allowed)]
  const statuses = new Set<number>()
  const expectedAnswers: { url: string; status: number }[] = []
  const exchanges: ReportedExchange[] = []
  const contexts: BrowserContext[] = []
  const found: Found[] = []
  const affectedCalls = new Map<Page, AffectedCalls>()
  const callListeners = new Set<(page: Page, exchange: ReportedExchange) => void>()
  const faults = createFaultGuard(exchanges, collect)
  /** The last request that the host has reported. */
  let last: RequestLogRecord | undefined
  let collecting: Promise<void> = Promise.resolve()
  const report = (guard: GuardName, text: string) => found.push({ guard, text: maskKeys(text) })

  /** Whether a URL belongs to the reader's application. */
  function isOwn(url: string | undefined): boolean {
    const found = URL.parse(url ?? '')?.origin
    return found !== undefined && ownOrigins.includes(found)
  }

  function onConsole(message: ConsoleMessage): void {
    const text = message.text()
    if (keyPattern.test(text) && !isOwn(message.page()?.url()))
      report('keys', `the console says: ${text}`)
    if (!['error', 'warning'].includes(message.type())) return
    if (isOwn(message.page()?.url())) return
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
    // An application keeps its key and sends it, and calls other hosts, which a page of the demo must not do.
    if ([url, originOfPage(request), request.headers().origin].some(isOwn)) return
    if (protocol.startsWith('http') && requestOrigin !== origin) report('other-hosts', url)
    for (const text of [url, request.postData() ?? '']) {
      if (keyPattern.test(text)) report('keys', `${request.method()} ${text}`)
    }
  }

  function onReport(page: Page, message: Report): void {
    if ('keys' in message) {
      if (!isOwn(page.url())) message.keys.forEach((text) => report('keys', text))
    } else if ('fault' in message) countAffectedCall(page, message.fault)
    else {
      addExchange(message.exchange)
      for (const listener of callListeners) listener(page, message.exchange)
    }
  }

  function countAffectedCall(page: Page, fault: string): void {
    const before = affectedCalls.get(page) ?? {}
    affectedCalls.set(page, { ...before, [fault]: (before[fault] ?? 0) + 1 })
  }

  /** Reads what the host has to report. Call it before a reset too, which starts a new log. */
  function collect(): Promise<void> {
    // One after the other, so that no request is added twice.
    if (host) collecting = collecting.catch(() => undefined).then(() => collectFrom(host))
    return collecting
  }

  async function collectFrom(host: Pick<DemoControl, 'exchanges'>): Promise<void> {
    const [first, ...later] = await host.exchanges(last?.id ?? 1)
    const isSameLog = last !== undefined && first?.id === last.id && first.at === last.at
    const reported = isSameLog ? later : await host.exchanges()
    reported.forEach(addExchange)
    last = reported.at(-1) ?? (isSameLog ? last : undefined)
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
      expectedAnswers.some((answer) => answer.url === url && answer.status === status) ||
      exchanges.some(({ path, fault }) => fault !== null && pathname.endsWith(pathOf(path)))
    )
  }

  async function checkPages(): Promise<void> {
    const pages = contexts.flatMap((context) => context.pages())
    const isWatched = (url: string) => url.startsWith('http') && !isOwn(url)
    for (const page of pages.filter((open) => isWatched(open.url()))) {
      for (const text of await findKeys(page)) report('keys', text)
    }
  }

  async function findings(): Promise<Finding[]> {
    await checkPages()
    await collect()
    const isMeant = (one: Found) => isExpected(one) || isAllowed(one, allowances)
    return found.filter((one) => !isMeant(one)).map(({ guard, text }) => ({ guard, text }))
  }

  return {
    exchanges,
    faults,
    onCall(page, listener) {
      const onCallOfAny = (from: Page, exchange: ReportedExchange) => {
        if (from === page) listener(exchange)
      }
      callListeners.add(onCallOfAny)
      return () => void callListeners.delete(onCallOfAny)
    },
    affectedCallsOf: (page) => affectedCalls.get(page) ?? {},
    allow: (guard, pattern) => void allowances.push(checkAllowed({ [guard]: pattern ?? true })),
    allowStatuses: (...allowedStatuses) =>
      allowedStatuses.forEach((status) => statuses.add(checkStatus(status))),
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
        if (!isOwn(webError.page()?.url())) report('page-errors', message)
      })
      context.on('request', (request) => {
        log.requestTexts.push(request.url(), request.postData() ?? '')
        onRequest(request)
      })
      await context.exposeBinding(reporter, ({ page }, message: Report) => onReport(page, message))
      await context.addInitScript({ content: pageScript })
    },
    expectAnswer: (url, status) => void expectedAnswers.push({ url, status }),
    findings,
    allows: (finding) => isAllowed(finding, allowances),
    async finish() {
      for (const text of await faults.unused()) report('unused-faults', text)
      return findings()
    },
  }
}

/** @throws Error if it is not a status of HTTP. */
function checkStatus(status: number): number {
  if (Number.isInteger(status) && status >= 100 && status <= 599) return status
  throw new Error(`${status} is not an HTTP status. Use numbers from 100 to 599.`)
}

function pathOf(path: string): string {
  return path.split('?')[0] ?? path
}

/** Returns nothing for a page that closes or navigates meanwhile: the page script checks it before it leaves. */
async function findKeys(page: Page): Promise<string[]> {
  try {
    const [inPage, inDatabases] = await Promise.all([
      page.evaluate(findKeysInPage, keySearch),
      page.evaluate(findKeysInDatabases, keySearch.form),
    ])
    return [...inPage, ...inDatabases]
  } catch {
    return []
  }
}
