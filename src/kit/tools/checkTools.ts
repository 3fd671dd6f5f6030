import { readFileSync } from 'node:fs'

import { type APIRequestContext, type BrowserContext, errors, type Page } from '@playwright/test'

import { isApiPath } from '#src/shared/apiPaths.ts'

import type { Backend } from '../demo/assertDemoResponds.ts'
import { isApiPattern } from './isApiPattern.ts'
import { isWaitedFor, type PageCall } from './isWaitedFor.ts'

/** The demo of a test, for the checks of Playwright's own tools. */
export interface ToolSettings {
  backend: Backend
  /** The URL of the demo. */
  demoUrl: string
  /** The origins of the reader's application. */
  ownOrigins: readonly string[]
  /** Returns whether the test allows what a message is about. */
  isAllowed: (message: string) => boolean
}

/** Calls a function with each call that a page answers itself, until the returned function is called. */
type CallSource = (page: Page, listener: (call: PageCall) => void) => () => void

type Method = (...args: unknown[]) => unknown

const clockMethods = [
  'install',
  'fastForward',
  'pauseAt',
  'resume',
  'runFor',
  'setFixedTime',
  'setSystemTime',
] as const

/**
 * Makes methods of a browser context and its pages fail that would have no effect on the demo, and would not say so. The errors say
 * what to use instead.
 */
export function checkTools(
  context: BrowserContext,
  settings: ToolSettings,
  onCall: CallSource,
): void {
  const { backend, ownOrigins } = settings
  if (ownOrigins.length === 0) {
    for (const name of clockMethods) refuse(context.clock, name, () => clockMessage, settings)
  }
  if (backend === 'host') return
  refuse(context, 'route', (args) => routeMessageFor(args, settings), settings)
  refuse(context, 'setOffline', ([offline]) => (offline ? offlineMessage : undefined), settings)
  checkRequests(context.request, settings)
  for (const page of context.pages()) checkPage(page, settings, onCall)
  context.on('page', (page) => checkPage(page, settings, onCall))
}

/** Makes requests fail that are for the demo's APIs: its server only serves files. */
export function checkRequests(request: APIRequestContext, settings: ToolSettings): void {
  if (settings.backend === 'host') return
  // The other methods, such as `get`, call `fetch`.
  refuse(request, 'fetch', ([target]) => requestMessageFor(target, settings), settings)
}

/**
 * Checks a test's option `storageState`.
 *
 * @throws Error if it restores the demo of a test in a browser. It would restore a part of it only.
 */
export function checkStorageState(storageState: unknown, settings: ToolSettings): void {
  const { origin } = new URL(settings.demoUrl)
  const { origins = [] } = readState(storageState)
  const isForDemo = origins.some((one) => one.origin === origin)
  if (settings.backend === 'host' || !isForDemo || settings.isAllowed(stateMessage)) return
  throw new Error(stateMessage)
}

function readState(storageState: unknown): { origins?: { origin: string }[] } {
  if (typeof storageState !== 'string') return storageState ?? {}
  return JSON.parse(readFileSync(storageState, 'utf8')) as object
}

function checkPage(page: Page, settings: ToolSettings, onCall: CallSource): void {
  refuse(page, 'route', (args) => routeMessageFor(args, settings), settings)
  if (settings.backend !== 'page') return
  for (const name of ['waitForRequest', 'waitForResponse'] as const) {
    refuse(page, name, (args) => waitMessageFor(name, args, settings), settings)
    failAtUnseenCall(page, name, settings, onCall)
  }
}

function routeMessageFor([pattern]: unknown[], settings: ToolSettings): string | undefined {
  return isForDemo(pattern, settings) ? routeMessage : undefined
}

function waitMessageFor(
  name: string,
  [pattern]: unknown[],
  settings: ToolSettings,
): string | undefined {
  // A function gets a request, not a URL: `failAtUnseenCall`.
  if (typeof pattern === 'function' || !isForDemo(pattern, settings)) return undefined
  return waitMessage(name)
}

function requestMessageFor(target: unknown, { demoUrl, ownOrigins }: ToolSettings) {
  const url = typeof target === 'string' ? target : (target as { url: () => string }).url()
  const { origin, pathname } = new URL(url, demoUrl)
  const isForApi = origin === new URL(demoUrl).origin && isApiPath(pathname)
  return isForApi && !ownOrigins.includes(origin) ? requestMessage : undefined
}

function isForDemo(pattern: unknown, { demoUrl, ownOrigins }: ToolSettings): boolean {
  return isApiPattern(pattern, new URL(demoUrl).origin, ownOrigins)
}

/** Makes a method throw the message that `messageFor` returns for its arguments, if any. */
function refuse<Target extends object>(
  target: Target,
  name: keyof Target & string,
  messageFor: (args: unknown[]) => string | undefined,
  { isAllowed }: ToolSettings,
): void {
  replaceMethod(target, name, async (method, args) => {
    const message = messageFor(args)
    if (message !== undefined && !isAllowed(message)) throw new Error(message)
    return method(...args)
  })
}

/** Lets a wait fail as soon as the page answers a call that it waits for. At its time limit, explains it. */
function failAtUnseenCall(
  page: Page,
  name: 'waitForRequest' | 'waitForResponse',
  { demoUrl, isAllowed }: ToolSettings,
  onCall: CallSource,
): void {
  replaceMethod(page, name, async (method, args) => {
    const [accepts] = args
    let stop = () => {}
    const unseenCall = new Promise<never>((_resolve, reject) => {
      if (typeof accepts !== 'function') return
      stop = onCall(page, (call) => {
        const message = waitMessage(name, call.operation ?? undefined)
        if (isAllowed(message)) return
        void isWaitedFor(accepts as Method, call, new URL(demoUrl).origin).then((isWaited) => {
          if (isWaited) reject(new Error(message))
        })
      })
    })
    try {
      return await Promise.race([method(...args), unseenCall])
    } catch (error) {
      if (error instanceof errors.TimeoutError) error.message += `\n${waitMessage(name)}`
      throw error
    } finally {
      stop()
    }
  })
}

function replaceMethod<Target extends object>(
  target: Target,
  name: keyof Target & string,
  replacement: (method: Method, args: unknown[]) => Promise<unknown>,
): void {
  const method = (target[name] as Method).bind(target)
  Object.assign(target, { [name]: (...args: unknown[]) => replacement(method, args) })
}

const allowHint = 'To allow it anyway: test.use({ allow: { tools: true } }).'
const clockMessage = `page.clock changes the time in pages only, not in the demo's backend. Use demo.clock, or the options now and clock. ${allowHint}`
const routeMessage = `Playwright cannot intercept calls that the emulated backend answers in the browser. Use demo.answer('listTokens', …) or a fault, or backend: 'host'. ${allowHint}`
const offlineMessage = `context.setOffline does not affect calls that the emulated backend answers in the browser. Use demo.faults.set(['*:lost']), or backend: 'host'. ${allowHint}`
const requestMessage = `The demo's server only serves files: its backend runs in the browser. Use demo.backend.callWith(key, 'GET', '/v1/…') or demo.backend.send({ as: 'admin', … }), or backend: 'host'. ${allowHint}`
const stateMessage = `storageState restores only a part of the demo, and nobody is logged in. Use the option from, with a link of demo.link() or a file of demo.control.export(). ${allowHint}`
function waitMessage(name: string, operation = 'createToken'): string {
  return `page.${name} sees no call that the page answers itself (backend: 'page'). Use demo.waitForRequest('${operation}'), or another backend. ${allowHint}`
}
