import type { BrowserContext } from '@playwright/test'

/** What a browser context has said and asked since it is watched, to look for a key in it. */
interface ContextLog {
  said: string[]
  asked: string[]
}

const logs = new WeakMap<BrowserContext, ContextLog>()

export function logOf(context: BrowserContext): ContextLog {
  const log = logs.get(context) ?? { said: [], asked: [] }
  logs.set(context, log)
  return log
}
