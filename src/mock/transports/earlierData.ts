import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { scopedName } from '#src/shared/scopedName.ts'

import { plainWorld } from '../demo/demoContext.ts'
import { type LastTab, lastTabKey, viewKey } from '../demo/view.ts'
import { scenarioNames } from '../scenarios/scenarioNames.ts'
import { readCookie } from '../server/http/cookies.ts'
import { sessionCookie, sessionLifetimeMs } from '../server/session.ts'
import { demoCookieName } from './demoCookieName.ts'

/*
 * Up to version 0.3.0, the demos at all base paths of an origin shared their data and sessions. A demo continues with these data if
 * they may be its own. It copies them, so that an earlier version at another base path keeps them.
 */

/** Returns the name of a world's database up to version 0.3.0. */
export function earlierDatabase(world: string): string {
  return world === plainWorld ? 'edesk' : `edesk-${world}`
}

const earlierWorldKey = 'edesk-demo-world'
const decisions = new Map<string, Promise<boolean>>()

/** Continues with the last world, the tab's view and the session of version 0.3.0, once. Call it before the demo reads them. */
export async function adoptEarlierItems(base: string): Promise<void> {
  if (readItem('localStorage', earlierWorldKey) !== null) await adoptsEarlierData(base)
}

/**
 * Whether there are data of version 0.3.0 that may be those of the demo at this base path. The decision is made once per browser.
 */
export function adoptsEarlierData(base: string): Promise<boolean> {
  const decision = decisions.get(base) ?? decide(base)
  decisions.set(base, decision)
  return decision
}

async function decide(base: string): Promise<boolean> {
  const key = scopedName('edesk-demo-adopts-0.3.0', base)
  const stored = readItem('localStorage', key)
  if (stored !== null) return stored === 'yes'
  const adopts = (await hasEarlierData()) && (await mayOwnEarlierData(base))
  if (adopts) copyItems(base)
  writeItem('localStorage', key, adopts ? 'yes' : 'no')
  return adopts
}

async function hasEarlierData(): Promise<boolean> {
  if (readItem('localStorage', earlierWorldKey) !== null) return true
  const databases = await indexedDB.databases()
  return databases.some(({ name }) => name === 'edesk' || name?.match(/^edesk-[^:]+$/))
}

/** The data belong to another base path if an earlier version has registered its worker there, but none here. */
async function mayOwnEarlierData(base: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return true
  // Some browsers throw where they block the site's storage.
  const registrations = await navigator.serviceWorker.getRegistrations().catch(() => [])
  const scope = new URL(base, location.origin).href
  return registrations.length === 0 || registrations.some((one) => one.scope === scope)
}

function copyItems(base: string): void {
  const earlierWorld = readItem('localStorage', earlierWorldKey)
  const scenario = scenarioNames.find((name) => name === earlierWorld)
  const lastTab: LastTab = { world: scenario ?? plainWorld, ...(scenario ? { scenario } : {}) }
  if (earlierWorld !== null) {
    writeItem('localStorage', scopedName(lastTabKey, base), JSON.stringify(lastTab))
  }
  const view = readItem('sessionStorage', viewKey)
  if (view !== null) writeItem('sessionStorage', scopedName(viewKey, base), view)
  const session = readCookie(document.cookie, sessionCookie)
  if (session) {
    const maxAge = sessionLifetimeMs / 1000
    document.cookie = `${demoCookieName(location, base, lastTab.world)}=${session}; Path=/; SameSite=Strict; Max-Age=${maxAge}`
  }
}
