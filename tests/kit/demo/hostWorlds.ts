import type { BrowserContext } from '@playwright/test'

import { type HostWorld, makeWorld, openView } from './controlOverHttp.ts'

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
  await enter(context, await makeWorld(hostUrl, link))
}

/** Puts a browser context into a world that there is, with a view of its own: somebody else is logged in there. */
export async function enterView(
  context: BrowserContext,
  world: HostWorld,
  link: string,
): Promise<HostWorld> {
  return enter(context, await openView(world, link))
}

async function enter(context: BrowserContext, world: HostWorld): Promise<HostWorld> {
  await context.addCookies(world.cookies)
  worlds.set(context, world)
  return world
}
