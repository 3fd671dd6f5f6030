import { isBadPort } from '#src/mock/transports/badPorts.ts'

export const backends = ['worker', 'page', 'host'] as const
/** Where the backend of a test runs: in a service worker, in the page, or in the HTTP host. */
export type Backend = (typeof backends)[number]

/** The command that starts the demo for a backend. */
export const startCommands: Readonly<Record<Backend, string>> = {
  worker: 'npx edesk-api-tokens serve',
  page: 'npx edesk-api-tokens serve',
  host: 'npx edesk-api-tokens host --worlds',
}

const checks = new Map<string, Promise<void>>()

/**
 * Checks, once per URL, that a server responds there.
 *
 * @throws Error that says how to start the demo; the error of a browser would not.
 */
export function assertDemoResponds(url: string, backend: Backend): Promise<void> {
  const check = checks.get(url) ?? checkUrl(url, backend)
  checks.set(url, check)
  return check
}

async function checkUrl(url: string, backend: Backend): Promise<void> {
  try {
    await (await fetch(url)).arrayBuffer()
  } catch (error) {
    throw demoUnavailable(url, backend, error)
  }
}

/** Returns an error that names the URL and the command that starts the demo. */
export function demoUnavailable(url: string, backend: Backend, cause: unknown): Error {
  const port = URL.parse(url)?.port
  if (port && isBadPort(Number(port))) {
    return new Error(
      `No browser opens port ${port} (a “bad port” of the Fetch standard). Start the demo at another one: ` +
        `${startCommands[backend]} --port 4175`,
    )
  }
  const { code } = ((cause as Error).cause ?? {}) as { code?: string }
  const setting = backend === 'host' ? 'hostUrl' : 'baseURL'
  return new Error(
    [
      `No server responds at ${url}${code ? ` (${code})` : ''}.`,
      `Start it: ${startCommands[backend]}`,
      `If it runs at another URL, set it in playwright.config.ts: use: { ${setting}: 'http://localhost:1234' }`,
    ].join('\n'),
    { cause },
  )
}
