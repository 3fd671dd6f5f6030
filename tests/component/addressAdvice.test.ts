import { screen, waitFor, within } from '@testing-library/dom'
import { expect, it } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'

import { advicePath, adviceRow, groupHeadings } from './advicePage.ts'
import { click, user } from './userActions.ts'

it('the advice about addresses comes last, is not counted, and opens the form with the addresses', async () => {
  await openApp({ scenario: 'advice', at: advicePath, as: 'admin' })
  const row = await adviceRow('Used from few addresses', 'Chat on our site')
  expect(row).toHaveTextContent('Only used from: 198.51.100.26')
  expect(groupHeadings()).toEqual([
    'Failing 1',
    'Unused 1',
    'Breaks a rule 1',
    'More access than needed 4',
    'Used from few addresses 1',
    'Dismissed 1',
  ])
  expect(screen.getByRole('link', { name: 'Advice' })).toHaveAccessibleDescription('7')
  await click('link', 'Limit addresses of Chat on our site')
  await screen.findByRole('heading', { level: 1, name: 'Chat on our site' })
  const field = await screen.findByRole('textbox', { name: 'Addresses' })
  await waitFor(() => expect(field).toHaveValue('198.51.100.26'))
})

it('the page of the token has the same advice', async () => {
  await openApp({ scenario: 'advice', at: advicePath, as: 'admin' })
  await click('link', 'Chat on our site')
  const advice = within(await screen.findByRole('region', { name: 'Advice' }))
  advice.getByText('Only used from: 198.51.100.26')
  await user.click(advice.getByRole('link', { name: 'Limit addresses' }))
  const field = await screen.findByRole('textbox', { name: 'Addresses' })
  await waitFor(() => expect(field).toHaveValue('198.51.100.26'))
})
