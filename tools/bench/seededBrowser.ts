import type { Browser, BrowserContext } from '@playwright/test'

export const listPath = '/settings/api-tokens'

/** The cookies and storage of a browser after an earlier visit. */
export type Memory = Awaited<ReturnType<BrowserContext['storageState']>>

/**
 * Logs in to the demo and generates tokens for the list.
 *
 * @returns the browser's storage afterwards. A new context with this storage has the data, but no cached files and no service
 * worker.
 */
export async function memoryWithTokens(
  browser: Browser,
  origin: string,
  count: number,
): Promise<Memory> {
  const context = await browser.newContext({ locale: 'en-GB' })
  try {
    const page = await context.newPage()
    await page.goto(origin + listPath)
    await page.getByRole('button', { name: 'Log in as Admin, Professional plan' }).click()
    await page.getByRole('heading', { level: 1, name: 'API Tokens' }).waitFor()
    const statuses = await page.evaluate(generateTokens, count)
    const unexpected = statuses.find((status) => status !== 201)
    if (unexpected) {
      throw new Error(
        `POST /api/tokens responds with ${unexpected}. If the contract has changed, update tools/bench/seededBrowser.ts.`,
      )
    }
    return await context.storageState({ indexedDB: true })
  } finally {
    await context.close()
  }
}

/** Runs in the page. */
async function generateTokens(count: number): Promise<number[]> {
  const statuses = []
  for (let position = 1; position <= count; position += 1) {
    const response = await fetch('/api/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        name: `Application ${position}`,
        description: 'Updates shipping details',
        accessLevel: 'full_access',
      }),
    })
    statuses.push(response.status)
  }
  return statuses
}
