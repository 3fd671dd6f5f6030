import type { Response } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { createRemoteControl } from './createRemoteControl.ts'
import { demoUnavailable, startCommands } from './assertDemoResponds.ts'

/** One view of a world on the HTTP host (docs/worlds.md). */
export interface HostView {
  control: DemoControl
  /** The headers that a client sends with each request to this view. */
  headers: Record<string, string>
}

/** A view, and its world. */
export interface HostWorld extends HostView {
  hostUrl: string
  world: string
  /** Deletes the world on the host. */
  forget(): Promise<void>
}

const worldHeader = 'X-Edesk-World'

/** Creates a world on the HTTP host (`npx edesk-api-tokens host --worlds`). */
export function createWorld(hostUrl: string, link: string): Promise<HostWorld> {
  return createView(hostUrl, 'worlds', link)
}

/** Opens another view of a world, for another person. */
export function openView({ hostUrl, world }: HostWorld, link: string): Promise<HostWorld> {
  return createView(hostUrl, `${world}/views`, link)
}

async function createView(hostUrl: string, path: string, link: string): Promise<HostWorld> {
  const { world, view } = (await post(hostUrl, path, { link })) as { world: string; view: number }
  const name = `${world}.${view}`
  return {
    hostUrl,
    world,
    headers: { [worldHeader]: name },
    control: createRemoteControl((command, args) => post(hostUrl, `${name}/${command}`, args)),
    async forget() {
      await fetch(urlOf(hostUrl, world), { method: 'DELETE' })
    },
  }
}

/** @throws Error if a page was loaded without the header of its world: it would be in the host's default world. */
export async function assertInWorld(
  response: Response | null,
  { headers }: HostView,
): Promise<void> {
  const sent = response && (await response.request().allHeaders())[worldHeader.toLowerCase()]
  if (!response || sent === headers[worldHeader]) return
  throw new Error(
    `The page ${response.url()} is not in the test's world, because its request had ${sent ? `another header ${worldHeader}` : `no header ${worldHeader}`}. ` +
      'To send other headers, use test.use({ extraHTTPHeaders }), or keep those of demo.headers.',
  )
}

async function post(hostUrl: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(urlOf(hostUrl, path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw demoUnavailable(hostUrl, 'host', error)
  })
  if (path === 'worlds' && [404, 405].includes(response.status)) {
    throw new Error(`The host at ${hostUrl} has no worlds. Start it with: ${startCommands.host}`)
  }
  const text = await response.text()
  if (!response.ok)
    throw new Error(`The host at ${hostUrl} rejected "${path}" (${response.status}): ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

function urlOf(hostUrl: string, path: string): URL {
  return new URL(`/demo-control/v1/${path}`, hostUrl)
}
