import { screen } from '@testing-library/dom'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { h } from 'vue'

import { mountWithBackend, openApp } from '#src/kit/vitest.ts'

describe('the user of a mounted page', () => {
  it('types, clicks and pastes as a person does', async () => {
    const { user, sees } = await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
    await sees.heading('Add a token')
    const name = screen.getByRole('textbox', { name: 'Token Name' })
    await user.type(name, 'Led')
    await user.paste('ger')
    expect(name).toHaveValue('Ledger')
    const { click } = user
    await click(screen.getByRole('link', { name: 'Tickets' }))
    await screen.findByRole('dialog', { name: 'Discard what you typed?' })
  })

  it('leaves the clipboard alone until the first action', async () => {
    const own = {}
    Object.defineProperty(navigator, 'clipboard', { value: own, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'))
    const { user } = await openApp()
    expect(navigator.clipboard).toBe(own)
    await user.tab()
    expect(navigator.clipboard).not.toBe(own)
  })

  it('needs user-event only when the test uses it', async () => {
    vi.doMock('@testing-library/user-event', () => {
      throw new Error('not installed')
    })
    onTestFinished(() => {
      vi.doUnmock('@testing-library/user-event')
    })
    const { sees, user } = await openApp()
    await sees.heading('Log in to eDesk')
    expect(() => user.tab()).toThrow('To use `user`, install @testing-library/user-event.')
  })
})

describe('the props of a mounted component', () => {
  it('win over the parameters of its route, also after the address has changed', async () => {
    const Order = ({ orderId, shop }: { orderId: string; shop: string }) =>
      h('h1', `Order ${orderId} of ${shop}`)
    const route = '/shops/:shop/orders/:orderId'
    const props = { orderId: 'NW-1001' }
    const { goTo, sees, wrapper } = await mountWithBackend(Order, {
      at: '/shops/North/orders/1',
      route,
      props,
    })
    await sees.heading('Order NW-1001 of North')
    await wrapper.setProps({ orderId: 'NW-1002' })
    await goTo('/shops/South/orders/2')
    await sees.heading('Order NW-1002 of South')
  })
})

describe('goTo', () => {
  it('shows a page as a link does, and stays on the page that is shown already', async () => {
    const { goTo } = await openApp({ as: 'admin', at: '/settings/plan' })
    const title = () => screen.getByRole('heading', { level: 1 }).textContent
    await goTo('/settings/api-tokens/new')
    expect(title()).toBe('Add a token')
    await goTo('/settings/api-tokens/new')
    expect(title()).toBe('Add a token')
    expect(location.pathname).toBe('/settings/api-tokens/new')
  })

  it('fails if the user stays on the current page', async () => {
    const { goTo, user } = await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
    await user.type(await screen.findByRole('textbox', { name: 'Token Name' }), 'Ledger')
    const navigation = goTo('/tickets')
    const stays = expect(navigation).rejects.toThrow(
      '/tickets was not shown: the user is still on /settings/api-tokens/new.',
    )
    await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
    await stays
  })

  it('changes the props of a component that the route provides, and keeps the others', async () => {
    const Order = ({ ticketId, shop }: { ticketId: string; shop: string }) =>
      h('h1', `Order ${ticketId} of ${shop}`)
    const route = '/orders/:ticketId'
    const mount = { at: '/orders/1', route, props: { shop: 'North' }, as: 'admin' }
    const { goTo } = await mountWithBackend(Order, mount)
    const title = () => screen.getByRole('heading', { level: 1 }).textContent
    expect(title()).toBe('Order 1 of North')
    await goTo('/orders/2')
    expect(title()).toBe('Order 2 of North')
    // A page of the application, whose parameter has the same name.
    await goTo('/tickets/3')
    expect(title()).toBe('Order 2 of North')
  })
})
