import type { Browser, BrowserContext } from '@playwright/test'

export const listPath = '/settings/api-tokens'

/** A browser's cookies and storage, as a person has them after an earlier visit. */
export type Memory = Awaited<ReturnType<BrowserContext['storageState']>>

/**
 * Logs in to the demo and generates tokens, so that there is a list.
 *
 * @returns what the browser remembers of it. A context that begins with it has the data, but neither a cached file nor a
 * service worker.
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
    const wrong = statuses.find((status) => status !== 201)
    if (wrong) {
      throw new Error(
        `POST /api/tokens answers ${wrong}. If the contract has changed, change tools/bench/seededBrowser.ts with it.`,
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
    const answer = await fetch('/api/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({
        name: `Application ${position}`,
        description: 'Updates shipping details',
        accessLevel: 'full_access',
      }),
    })
    statuses.push(answer.status)
  }
  return statuses
}
