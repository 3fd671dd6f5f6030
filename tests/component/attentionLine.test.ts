import { screen, within } from '@testing-library/dom'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { startDemoWithTokens } from '../support/demoWithTokens.ts'
import { address, button, names, shows } from './tokenListQueries.ts'
import { click, user } from './userActions.ts'

const line = () => screen.findByRole('list', { name: 'Worth a look' })
const intro = () => screen.findByText(/One token for each application/)

async function expectNoLine(): Promise<void> {
  await intro()
  expect(screen.queryByRole('list', { name: 'Worth a look' })).not.toBeInTheDocument()
}

describe('the line about tokens that may need attention', () => {
  it('says how many they are, with a link to those of each kind', async () => {
    await openApp({ scenario: 'rules', at: address })
    const links = within(await line()).getAllByRole('link')
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['1 token expires within 14 days', `${address}?expiring=14`],
      ['1 was never used', `${address}?neverUsed=true`],
      ['10 break a rule', `${address}?breaks=any`],
      ['2 were refused today', `${address}?refused=today`],
    ])
    expect(screen.queryByText(/One token for each application/)).not.toBeInTheDocument()
  })

  it('begins with the number of tokens, whatever comes first', async () => {
    await startDemoWithTokens({ name: 'ShipFast' }, { name: 'Reports' })
    await openApp({ at: address, as: 'admin' })
    const links = within(await line()).getAllByRole('link')
    expect(links.map(({ textContent }) => textContent)).toEqual(['2 tokens were never used'])
  })

  it.each([
    ['2 were refused today', 'Refused today', 2],
    ['10 break a rule', 'Breaks a rule', 10],
  ])('leads to the filtered list, where it is hidden: %s', async (text, filter, count) => {
    await openApp({ scenario: 'rules', at: address })
    await line()
    await click('link', text)
    await screen.findByText(`${count} tokens`)
    expect(await names()).toHaveLength(count)
    await expectNoLine()
    await user.click(button(`Remove filter: ${filter}`))
    await line()
  })

  it('is hidden while the list is searched', async () => {
    await openApp({ scenario: 'rules', at: `${address}?search=ship` })
    await shows('ShipFast')
    await expectNoLine()
  })

  it('is hidden if there are no tokens', async () => {
    await startBackend()
    await openApp({ at: address, as: 'admin' })
    await screen.findByText('No API tokens yet')
    await expectNoLine()
  })

  it('is hidden if there is nothing to say', async () => {
    const { backend } = await startBackend()
    const { key } = await backend.addToken({ name: 'ShipFast' })
    const headers = { Authorization: `Bearer ${key}` }
    await backend.as('nobody')('GET', '/v1/tickets', { headers })
    await openApp({ at: address, as: 'admin' })
    await shows('ShipFast')
    await expectNoLine()
  })

  it('is left out if its numbers could not be loaded', async () => {
    const { backend } = await startDemoWithTokens({ name: 'ShipFast' })
    backend.network.use(
      http.get('*/api/advice-overview', () => HttpResponse.json({}, { status: 503 })),
    )
    await openApp({ at: address, as: 'admin' })
    await shows('ShipFast')
    await expectNoLine()
  })
})
