import { notUp } from './demoIsUp.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** A world of its own on the HTTP host. */
export interface HostWorld {
  /** The host's name of it. */
  world: string
  control: DemoControl
  /** What a browser sends to be in this world, and who is logged in there. */
  cookies: { name: string; value: string }[]
}

/** Makes a world on the HTTP host (`npm run host -- --worlds`). */
export async function makeWorld(hostUrl: string, link: string): Promise<HostWorld> {
  const made = (await ask(hostUrl, 'worlds', { link })) as {
    world: string
    cookies: { name: string; value: string }[] | Record<string, string>
  }
  const cookies = Array.isArray(made.cookies)
    ? made.cookies
    : Object.entries(made.cookies).map(([name, value]) => ({ name, value }))
  return { world: made.world, cookies, control: controlOverHttp(hostUrl, made.world) }
}

/** The demo of a world on the HTTP host, whose verbs are addresses. */
function controlOverHttp(hostUrl: string, world: string): DemoControl {
  const call =
    (verb: string) =>
    (...given: unknown[]) =>
      ask(hostUrl, `${world}/${verb}`, given)
  return {
    version: 1,
    state: call('state'),
    open: call('open'),
    reset: call('reset'),
    setView: call('setView'),
    nextExpiry: call('nextExpiry'),
    exchanges: call('exchanges'),
    records: call('records'),
    send: call('send'),
    link: call('link'),
    export: call('export'),
    import: call('import'),
    replay: call('replay'),
  } as DemoControl
}

async function ask(hostUrl: string, path: string, body: unknown): Promise<unknown> {
  const url = new URL(`/demo-control/v1/${path}`, hostUrl)
  const answer = await fetch(url, {
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
