import { openApp, type WantedToken } from '../../kit/vitest.ts'

/** Opens the application as an Admin, at the address of a token that was just generated. */
export async function openToken(wanted: WantedToken, addressOf: (id: string) => string) {
  const mounted = await openApp({ as: 'admin', at: '/settings/plan' })
  const token = await mounted.backend.addToken(wanted)
  await mounted.wrapper.vm.$router.push(addressOf(token.id))
  return { ...mounted, ...token }
}
