import type { BrowserContext } from '@playwright/test'

/** The console messages and the requests of a watched browser context. */
interface ContextLog {
  consoleTexts: string[]
  requestTexts: string[]
}

const logs = new WeakMap<BrowserContext, ContextLog>()

/** Returns the log of a browser context; creates it if necessary. */
export function contextLogOf(context: BrowserContext): ContextLog {
  const log = logs.get(context) ?? { consoleTexts: [], requestTexts: [] }
  logs.set(context, log)
  return log
}
