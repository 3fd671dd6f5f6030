import { chromium } from '@playwright/test'

import { expect, fillForm, generate, logIn, openForm, test } from './fixtures.ts'

test('the key is shown once: neither Back, reload, another tab nor its address bring it back', async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  const address = page.url()

  const second = await context.newPage()
  await second.goto(address)
  await expect(second.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
  await expect(second.getByText('cannot be shown again')).toBeVisible()
  await expect(second.getByRole('textbox', { name: 'API key' })).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
  expect(await page.content()).not.toContain(key)
})

test('the key leaves no trace: in no address, history, storage, database, cache, store, name or element', async ({
  page,
  context,
}) => {
  const said: string[] = []
  context.on('console', (message) => said.push(message.text()))
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url(), request.postData() ?? ''))
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  const duringShow = await tracesOutsideThePage(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()
  const afterwards = [await tracesOutsideThePage(page), await page.content(), await page.title()]

  const everything = [
    duringShow,
    ...afterwards,
    ...said,
    ...asked,
    JSON.stringify(await context.storageState()),
  ].join('\n')
  for (let start = 'edesk_'.length; start + 12 <= key.length; start += 1) {
    expect(everything).not.toContain(key.slice(start, start + 12))
  }
  // That the search would find something: what may be known of the key is there.
  expect(everything).toContain(key.slice(-4))
})

test('leaving before the key was copied is asked about, afterwards not', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  const dialog = page.getByRole('dialog', { name: 'Leave without copying the key?' })
  await page.getByRole('link', { name: 'Tickets' }).click()
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue(key)
  await page.goBack()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue(key)
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('link', { name: 'ShipFast' })).toBeVisible()

  await openForm(page)
  await fillForm(page, { name: 'Second' })
  await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await expect(page.getByRole('link', { name: 'Second' })).toBeVisible()
})

test('what Copy has copied is the key', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  await openForm(page)
  await page.getByRole('textbox', { name: 'Token Name' }).press('ControlOrMeta+V')
  await expect(page.getByRole('textbox', { name: 'Token Name' })).toHaveValue(key)
})

for (const [how, sabotage] of [
  [
    'refuses',
    () =>
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('no')) },
      }),
  ],
  ['is not there', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
] as const) {
  test(`where the clipboard ${how}, the key is selected and one is told how to copy it: never a false "Copied"`, async ({
    page,
  }) => {
    await page.addInitScript(sabotage)
    await logIn(page, 'Admin, Professional')
    await openForm(page)
    await fillForm(page)
    const key = await generate(page)
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect(page.getByRole('alert')).toContainText('Ctrl+C')
    await expect(page.getByRole('status')).not.toContainText('Copied')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(key)
    await page.keyboard.press('ControlOrMeta+C')
    await expect(page.getByRole('status')).toContainText('Copied')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('the field of the key is no place for spell checkers and password managers', async ({
  page,
}) => {
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  await generate(page)
  const field = page.getByRole('textbox', { name: 'API key' })
  await expect(field).toHaveAttribute('readonly', '')
  await expect(field).toHaveAttribute('spellcheck', 'false')
  await expect(field).toHaveAttribute('autocomplete', 'off')
})

test('the back/forward cache does not bring the key back', async ({ baseURL, launchOptions }) => {
  const browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}) })
  await page.addInitScript(() =>
    addEventListener('pageshow', (event) => {
      if (event.persisted) document.documentElement.dataset.restored = 'yes'
    }),
  )
  await logIn(page, 'Admin, Professional')
  await openForm(page)
  await fillForm(page)
  const key = await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.goto('/favicon.svg')
  // A page out of the cache does not load a second time.
  await page.goBack({ waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1, name: 'ShipFast' })).toBeVisible()
  expect(await page.content()).not.toContain(key)
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveCount(0)
  await expect(page.locator('html'), 'the page came from the cache').toHaveAttribute(
    'data-restored',
    'yes',
  )
  await browser.close()
})

/** All that the browser keeps besides the document itself. */
async function tracesOutsideThePage(page: import('@playwright/test').Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name = '' }) =>
          new Promise<unknown[]>((resolve, reject) => {
            const opening = indexedDB.open(name)
            opening.onerror = () => reject(new Error(name))
            opening.onsuccess = () => {
              const stores = [...opening.result.objectStoreNames]
              if (stores.length === 0) return resolve([])
              const transaction = opening.result.transaction(stores)
              const readings = stores.map((store) => transaction.objectStore(store).getAll())
              transaction.oncomplete = () => {
                opening.result.close()
                resolve(readings.map(({ result }) => result as unknown))
              }
            }
          }),
      ),
    )
    const caches = await Promise.all(
      (await window.caches.keys()).map(async (name) =>
        (await (await window.caches.open(name)).keys()).map(({ url }) => url),
      ),
    )
    const app = document.querySelector('#app') as {
      __vue_app__?: { config: { globalProperties: { $pinia?: { state: { value: unknown } } } } }
    } | null
    const store = app?.__vue_app__?.config.globalProperties.$pinia?.state.value
    const seen = new WeakSet()
    const stored = JSON.stringify(store, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) return value
      if (seen.has(value)) return undefined
      seen.add(value)
      return value instanceof Map ? [...value.values()] : value
    })
    return JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      window.name,
      document.title,
      performance.getEntries(),
      databases,
      caches,
      stored,
    ])
  })
}
