import { expect, test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

const soon = { timeout: 500 }

test('failing matchers report the expected and the actual values', async ({
  demo,
  page,
  context,
  guards,
  tokenListPage,
  ticketListPage,
  shippingApp,
}) => {
  await test.step('toListToken', async () => {
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    const wrong = expect(page).toListToken({ name: 'ShipFast', access: 'Full Access' }, soon)
    await expect(wrong).rejects.toThrow(
      /to have a token "ShipFast" with the access "Full Access"\.\nThe list shows:[^]*"ShipFast", Custom/,
    )
    await expect(page).toListToken({ name: 'ShipFast', status: 'Active', expires: 'Never' })
    await expect(page).not.toListToken({ name: 'ShipFast', status: 'Paused' })
    const later = expect(page).toListToken({ name: 'ShipFast', expires: 'tomorrow' }, soon)
    await expect(later).rejects.toThrow(/with "tomorrow" for its expiry\.\n/)
    const there = expect(page).not.toListToken({ name: 'ShipFast' }, soon)
    await expect(there).rejects.toThrow(/not to have a token "ShipFast"/)
    await demo.ticketListPage.open()
    const elsewhere = expect(page).toListToken({ name: 'ShipFast' }, soon)
    await expect(elsewhere).rejects.toThrow(/The page shows no list\. The page is "Tickets"/)
    const nowhere = expect(page).not.toListToken({ name: 'ShipFast' }, soon)
    await expect(nowhere, 'a missing list is not an empty list').rejects.toThrow(
      /The page shows no list/,
    )
  })

  await test.step('toHaveNoAccessibilityViolations', async () => {
    await expect(ticketListPage.table).toBeVisible()
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
    await expect(expect(page).toHaveNoAccessibilityViolations()).rejects.toThrow(
      /violations of 1 rules in .*\/tickets:\n {2}image-alt \(critical\)[^]*<img>/,
    )
    await page.evaluate(() => document.querySelector('main > img')?.remove())
  })

  await test.step('toFitViewportWidth', async () => {
    await page.evaluate(() => {
      const wide = document.createElement('hr')
      wide.style.width = '5000px'
      document.body.append(wide)
    })
    await expect(expect(page).toFitViewportWidth()).rejects.toThrow(/its window 1280[^]*<hr/)
    await page.evaluate(() => document.querySelector('body > hr')?.remove())
  })

  await test.step('toHaveLeftNoTraceOf, also for a part of the key', async () => {
    guards.allow('keys')
    const key = `edesk_${'Ab3'.repeat(12)}`
    await expect(page).toHaveLeftNoTraceOf(key)
    await page.evaluate(leaveEverywhere, key)
    const failure = expect(page).toHaveLeftNoTraceOf(key)
    for (const place of [
      'the page',
      'the form fields',
      'the title',
      'the URL',
      "the history's state",
      "the window's name",
      'a cookie',
      'localStorage',
      'sessionStorage',
      'the database "leaky"',
      'a cache',
      'the console messages',
      'the URLs and bodies of requests',
      'the cookies and storages of the browser',
    ]) {
      await expect(failure).rejects.toThrow(new RegExp(`It is in:[^]*  ${place}`))
    }
    await expect(failure).rejects.not.toThrow(new RegExp(key))
    await expect(expect(context).toHaveLeftNoTraceOf(`x${key.slice(10, 22)}`)).rejects.toThrow()
  })

  await test.step('toBeRefusedFor', async () => {
    const { key } = await demo.backend.addToken({
      name: 'Reader',
      features: { 'Sales Orders Notes': 'Read Only' },
    })
    const refused = await demo.backend.callWith(key, 'GET', '/v1/sales-orders')
    await expect(refused).toBeRefusedFor('Sales Orders')
    await expect(refused).not.toBeRefusedFor('Sales Orders Notes')
    await expect(expect(refused).toBeRefusedFor('Messages')).rejects.toThrow(
      /for lack of access to Messages\.\nThe response was: This needs Read Only or Full Access to Sales Orders\./,
    )
    const answered = await demo.backend.callWith(key, 'GET', '/v1/whoami')
    await expect(expect(answered).toBeRefusedFor('Messages')).rejects.toThrow(
      /It was not refused: the status was 200/,
    )
    await shippingApp.open()
    await expect(expect(shippingApp).toBeRefusedFor('Messages', soon)).rejects.toThrow(
      /Expected the shipping application to be refused for lack of access to Messages/,
    )
  })
})

/** Runs in the page. */
async function leaveEverywhere(key: string): Promise<void> {
  const field = document.createElement('input')
  field.value = key
  document.body.append(key, field)
  document.title = key
  window.name = key
  history.replaceState({ key }, '', `?key=${key}`)
  document.cookie = `key=${key}`
  localStorage.setItem('key', key)
  sessionStorage.setItem('key', key)
  console.info(key)
  await fetch(`/favicon.svg?key=${key}`)
  await (await caches.open('leaky')).put('/v1/leaky', new Response(key))
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open('leaky', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
    opening.onsuccess = () => {
      const store = opening.result.transaction('kept', 'readwrite').objectStore('kept')
      store.put(key.slice(8, 20), 'part').onsuccess = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}
