import type { Browser, BrowserContext } from '@playwright/test'

import type { Person } from '#src/mock/demo/link.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import { type HostWorld, makeWorld } from './controlOverHttp.ts'

/** The worlds of the HTTP host, by the browser context that is in them. */
const worlds = new WeakMap<BrowserContext, HostWorld>()

export function hostWorldOf(context: BrowserContext): HostWorld | undefined {
  return worlds.get(context)
}

/** Makes a world on the host, and puts a browser context into it. */
export async function enterNewWorld(
  context: BrowserContext,
  hostUrl: string,
  link: string,
): Promise<void> {
  const world = await makeWorld(hostUrl, link)
  await context.addCookies(world.cookies.map((cookie) => ({ ...cookie, url: hostUrl })))
  worlds.set(context, world)
}

/** Another browser context in the same world, in which somebody else is logged in. */
export async function enterAs(
  browser: Browser,
  {
    hostUrl,
    world,
    scenario,
    person,
  }: { hostUrl: string; world: HostWorld; scenario: ScenarioName; person: Person },
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: hostUrl })
  const shared = world.cookies.filter(({ name }) => name !== 'edesk_session')
  await context.addCookies(shared.map((cookie) => ({ ...cookie, url: hostUrl })))
  if (person !== 'nobody')
    await logIn(context, person, scenario === 'starter' ? 'starter' : 'professional')
  worlds.set(context, world)
  return context
}

async function logIn(context: BrowserContext, role: Person, plan: string): Promise<void> {
  const { items } = (await (await context.request.get('/api/demo-accounts')).json()) as {
    items: { email: string; password: string; role: string; plan: string }[]
  }
  const account = items.find((one) => one.role === role && one.plan === plan)
  if (!account) throw new Error(`The demo has no account of an ${role} on the ${plan} plan.`)
  const { email, password } = account
  const answer = await context.request.post('/api/session', { data: { email, password } })
  if (!answer.ok()) throw new Error(`${email} cannot log in (${answer.status()}).`)
}
