import type { BrowserContext } from '@playwright/test'

/** The console messages, uncaught errors and requests of a watched browser context. */
interface ContextLog {
  consoleTexts: string[]
  errorTexts: string[]
  requestTexts: string[]
}

const logs = new WeakMap<BrowserContext, ContextLog>()

/** Returns the log of a browser context; creates it if necessary. */
export function contextLogOf(context: BrowserContext): ContextLog {
  const log = logs.get(context) ?? { consoleTexts: [], errorTexts: [], requestTexts: [] }
  logs.set(context, log)
  return log
}
