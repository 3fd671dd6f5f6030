import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'

import { logOf } from './contextLog.ts'
import { type Allowed, type Finding, type GuardName, isAllowed } from './findings.ts'
import { keyForm, keysInDatabases, keysInPage, withoutKeys } from './keysInPage.ts'
import { pageScript, type Report, reporter, type ToldExchange } from './watchPage.ts'

/** What watches every page of a test, and fails it at its end. */
export interface Guards {
  /** Lets a guard's findings be: all of them, or those whose text a pattern fits. */
  allow(guard: GuardName, pattern?: RegExp): void
  /** Lets answers of the API with these statuses be, which browsers write to the console as errors. */
  allowStatuses(...statuses: number[]): void
  /** Watches a browser context as well that the test has made itself. */
  watch(context: BrowserContext): Promise<void>
  /** What was found and not allowed until now. */
  findings(): Promise<Finding[]>
}

/** A finding, and the message that it was found in, where it was one. */
type Found = Finding & { source?: ConsoleMessage }

export interface WatchingGuards extends Guards {
  /** Whatever was told of the demo's requests. */
  readonly exchanges: readonly ToldExchange[]
}

/**
 * Watches nothing yet.
 *
 * @param origin where the demo is: requests to any other place are findings.
 * @param host tells of the demo's requests where pages cannot.
 */
export function createGuards(
  origin: string,
  allowed: Allowed,
  host?: { exchanges(): Promise<readonly ToldExchange[]> },
): WatchingGuards {
  const allowances: Allowed[] = [allowed]
  const statuses = new Set<number>()
  const exchanges: ToldExchange[] = []
  const contexts: BrowserContext[] = []
  const found: Found[] = []
  const find = (guard: GuardName, text: string) => found.push({ guard, text: withoutKeys(text) })

  function onConsole(message: ConsoleMessage): void {
    const text = message.text()
    if (new RegExp(keyForm).test(text)) find('keys', `the console says: ${text}`)
    if (!['error', 'warning'].includes(message.type())) return
    // Playwright says so itself where a test asks it to block workers.
    if (text === 'Service Worker registration blocked by Playwright') return
    const { url } = message.location()
    const guard = /content.security.policy|requires 'Trusted/i.test(text) ? 'policy' : 'console'
    found.push({
      guard,
      text: withoutKeys(`${message.type()} "${text}" (${url})`),
      source: message,
    })
  }

  function onRequest(request: Request): void {
    const url = request.url()
    const { protocol, origin: asked } = new URL(url)
    if (protocol.startsWith('http') && asked !== origin) find('other-hosts', url)
    for (const text of [url, request.postData() ?? '']) {
      if (new RegExp(keyForm).test(text)) find('keys', `${request.method()} ${text}`)
    }
  }

  function onReport(report: Report): void {
    if ('keys' in report) return report.keys.forEach((text) => find('keys', text))
    note(report.exchange)
  }

  function note(exchange: ToldExchange): void {
    exchanges.push(exchange)
    const { method, path, mismatches } = exchange
    for (const mismatch of mismatches) {
      find('contract', `the ${mismatch.in} of ${method} ${path}: ${mismatch.detail}`)
    }
  }

  /** The browser tells of an answer that a test has asked for: by its status, or as a fault. */
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
      for (const text of await keysNow(page)) find('keys', text)
    }
  }

  return {
    exchanges,
    allow: (guard, pattern) => void allowances.push({ [guard]: pattern ?? true }),
    allowStatuses: (...allowedStatuses) =>
      allowedStatuses.forEach((status) => statuses.add(status)),
    async watch(context) {
      contexts.push(context)
      const log = logOf(context)
      context.on('console', (message) => {
        log.said.push(message.text())
        onConsole(message)
      })
      context.on('weberror', (error) => find('page-errors', error.error().message))
      context.on('request', (request) => {
        log.asked.push(request.url(), request.postData() ?? '')
        onRequest(request)
      })
      await context.exposeBinding(reporter, (_source, report: Report) => onReport(report))
      await context.addInitScript({ content: pageScript })
    },
    async findings() {
      await checkPages()
      const told = (await host?.exchanges()) ?? []
      told.slice(exchanges.length).forEach(note)
      const meant = (one: Found) => isExpected(one) || isAllowed(one, allowances)
      return found.filter((one) => !meant(one)).map(({ guard, text }) => ({ guard, text }))
    },
  }
}

function pathOf(path: string): string {
  return path.split('?')[0] ?? path
}

/** A page that is closed or moves on meanwhile was looked at on its way. */
async function keysNow(page: Page): Promise<string[]> {
  try {
    const [shown, kept] = await Promise.all([
      page.evaluate(keysInPage, keyForm),
      page.evaluate(keysInDatabases, keyForm),
    ])
    return [...shown, ...kept]
  } catch {
    return []
  }
}
