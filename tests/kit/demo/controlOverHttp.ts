import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { controlBy } from './controlBy.ts'
import { notUp } from './demoIsUp.ts'

/** A world of the HTTP host, as one view of it has it (docs/worlds.md). */
export interface HostWorld {
  hostUrl: string
  world: string
  control: DemoControl
  /** What a browser or a program sends to be in it. */
  headers: Record<string, string>
  /** The host keeps it no longer. */
  forget(): Promise<void>
}

/** Makes a world on the HTTP host (`npm run host -- --worlds`). */
export function makeWorld(hostUrl: string, link: string): Promise<HostWorld> {
  return viewFrom(hostUrl, 'worlds', link)
}

/** Opens one more view of a world: somebody else's. */
export function openView({ hostUrl, world }: HostWorld, link: string): Promise<HostWorld> {
  return viewFrom(hostUrl, `${world}/views`, link)
}

async function viewFrom(hostUrl: string, path: string, link: string): Promise<HostWorld> {
  const { world, view } = (await ask(hostUrl, path, { link })) as { world: string; view: number }
  const name = `${world}.${view}`
  return {
    hostUrl,
    world,
    headers: { 'X-Edesk-World': name },
    // Each verb is an address.
    control: controlBy((verb, given) => ask(hostUrl, `${name}/${verb}`, given)),
    async forget() {
      await fetch(addressOf(hostUrl, world), { method: 'DELETE' })
    },
  }
}

async function ask(hostUrl: string, path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(addressOf(hostUrl, path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw notUp(hostUrl, 'host', error)
  })
  const text = await answer.text()
  if (!answer.ok)
    throw new Error(`The host at ${hostUrl} refuses "${path}" (${answer.status}): ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

function addressOf(hostUrl: string, path: string): URL {
  return new URL(`/demo-control/v1/${path}`, hostUrl)
}
