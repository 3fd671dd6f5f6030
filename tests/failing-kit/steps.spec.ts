import { test } from '#src/kit/playwright.ts'

test.use({ scenario: 'tokens', as: 'admin' })

test('steps', async ({ demo, tokenListPage }) => {
  const { key } = await demo.backend.addToken({
    name: 'Parcel Post',
    features: { Tickets: 'Full Access' },
  })
  await demo.backend.callWith(key, 'GET', '/v1/whoami')
  await demo.clock.advance('2h')
  await tokenListPage.open()
  const agent = await demo.as('agent', '/tickets')
  await agent.ticketListPage.open()
  await agent.faults.list()
  await agent.tokenDetailsPage.tryIt.send('nothing').catch(() => undefined)
  await tokenListPage.deleteToken('Nobody')
})
