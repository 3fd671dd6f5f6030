import type { Page } from '@playwright/test'

import { seededBytes } from '#src/mock/domain/random.ts'
import { expect, test } from '#src/kit/playwright.ts'

import { type StepResult, runSuite } from '../conformance/run.ts'
import { sendByFetch, comparedHeaders } from '../conformance/sendByFetch.ts'
import { runInNode, moment } from '../conformance/senders.ts'
import { expectWorker } from './workerControl.ts'

// The unit tests compare the HTTP host with the backend in Node, and check that the suite is complete.
let inNode: StepResult[] = []
// The request log names the client. Node's fetch sends this name.
// The tests set the time of the page, in which the backend runs.
test.use({ userAgent: 'node', allow: { tools: /page\.clock/ } })
test.beforeAll(async () => {
  inNode = await runInNode()
})
test.beforeEach(({ guards }) => {
  // The suite sends invalid requests on purpose. Responses must still match the contract.
  guards.allow('contract', /^the request of/)
  // The guard knows the paths of the APIs only as they are usually written.
  guards.allow('console', /404.*%76%31/)
  // It also sends keys where a person may paste one by mistake.
  guards.allow('keys', /^(POST|PATCH) |[?&](search|token)=/)
  guards.allowStatuses(400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429)
})

test('gets the same responses through the service worker as in Node, byte for byte', async ({
  page,
}) => {
  await openFixed(page)
  await expectWorker(page)
  expect(await runInPage(page)).toEqual(inNode)
})

test.describe('without service workers', () => {
  test.use({ backend: 'page' })

  test('gets the same responses in the page as in Node, byte for byte', async ({ page }) => {
    await openFixed(page)
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    expect(await runInPage(page)).toEqual(inNode)
  })
})

/** Opens the demo at the suite's fixed time, with the same random bytes as in Node. */
async function openFixed(page: Page): Promise<void> {
  await page.clock.setFixedTime(moment)
  const bytes = seededBytes('round')
  const rounds = Array.from({ length: 500 }, () => [...bytes(32)])
  await page.addInitScript(repeatRandomness, rounds)
  await page.goto('/login')
  // This button appears when the backend is ready.
  await expect(page.getByRole('button', { name: /Log in as Agent/ })).toBeVisible()
}

/** Runs in the page: returns the same bytes as `seededBytes`, each round only once. */
function repeatRandomness(rounds: number[][]): void {
  const real = crypto.getRandomValues.bind(crypto)
  let next = 0
  crypto.getRandomValues = (array) => {
    // Only the backend passes a Uint8Array.
    if (!(array instanceof Uint8Array)) return real(array)
    const count = Math.ceil(array.length / 32)
    array.set(
      rounds
        .slice(next, next + count)
        .flat()
        .slice(0, array.length),
    )
    next += count
    return array
  }
}

function runInPage(page: Page): Promise<StepResult[]> {
  // Not relative: `//v1` would be another host.
  const { origin } = new URL(page.url())
  return runSuite((request) =>
    page.evaluate(sendByFetch, { origin, request, watched: comparedHeaders }),
  )
}
