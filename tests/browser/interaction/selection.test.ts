import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { focusOn } from '../support/focusOn.ts'
import { clickButton, expectStatus } from '../support/userActions.ts'

const toolbar = page.getByRole('toolbar', { name: 'Selected tokens' })

it('selects and deletes a token by keyboard alone', async () => {
  await openApp({ scenario: 'tokens' })
  const links = page.getByRole('table', { name: 'API Tokens' }).getByRole('link')
  await expect.element(links.first()).toBeVisible()
  const names = links.elements().map(({ textContent }) => textContent)
  focusOn(page.getByRole('checkbox', { name: `Select ${names[0]}` }))
  await userEvent.keyboard(' ')
  await expect.element(toolbar).toBeVisible()
  focusOn(toolbar.getByRole('button', { name: 'Export' }))
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(toolbar.getByRole('button', { name: 'Delete' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  const dialog = page.getByRole('dialog', { name: 'Delete 1 token?' })
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await userEvent.keyboard('{Tab}{Tab}{Enter}')
  await expectStatus('1 token was deleted')
  await expect.element(page.getByRole('heading', { name: 'API Tokens' })).toHaveFocus()
  await expect.poll(() => links.elements()).toHaveLength(names.length - 1)

  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('nobody has this')
  await expect.element(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear search and filters' }).last().click()
  await expect.poll(() => links.elements()).toHaveLength(names.length - 1)
})

it('keeps the tint of a selected row under the mouse', async () => {
  await openApp({ scenario: 'tokens' })
  const checkbox = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
  await checkbox('Packing tables').click()
  const tint = (name: string) => {
    const row = checkbox(name).element().closest('tr') ?? document.body
    return getComputedStyle(row).backgroundColor
  }
  const tints = async (name: string) => {
    await page.getByRole('link', { name }).hover()
    const hovered = tint(name)
    await page.getByRole('heading', { level: 1 }).hover()
    return { hovered, plain: tint(name) }
  }
  const selected = await tints('Packing tables')
  const other = await tints('Morning report')
  expect(new Set([selected.hovered, selected.plain, other.hovered, other.plain]).size).toBe(4)
})

it('pauses all matching tokens on all pages', async () => {
  const { backend, wrapper } = await openApp({ as: 'admin', at: '/settings/plan' })
  for (let number = 1; number <= 30; number += 1) {
    await backend.addToken({ name: `Dublin ${number}` })
  }
  await backend.addToken({ name: 'Cork' })
  await wrapper.vm.$router.push('/settings/api-tokens?search=dublin')
  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await clickButton('Select all 30 that match')
  await expect.element(toolbar).toMatchTextContent('30 tokens selected')
  await toolbar.getByRole('button', { name: 'Pause' }).click()
  await clickButton('Pause 30 tokens')
  await expectStatus('30 tokens were paused')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
  await clickButton('Filters')
  await page.getByRole('combobox', { name: 'Status' }).selectOptions('Paused')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect.element(pages).toMatchTextContent('1–25 of 30')
})
