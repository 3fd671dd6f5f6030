/** Where a test's backend runs: in a service worker, in the page itself, or in the HTTP host. */
export type Backend = 'worker' | 'page' | 'host'

const known = new Map<string, Promise<void>>()

/** Asks once whether there is anything at an address, before a browser says so in words of its own. */
export function demoIsUp(url: string, backend: Backend): Promise<void> {
  const asked = known.get(url) ?? askFor(url, backend)
  known.set(url, asked)
  return asked
}

async function askFor(url: string, backend: Backend): Promise<void> {
  try {
    await (await fetch(url)).arrayBuffer()
  } catch (error) {
    throw notUp(url, backend, error)
  }
}

/** Says what was tried, and what to start. */
export function notUp(url: string, backend: Backend, cause: unknown): Error {
  const { code } = ((cause as Error).cause ?? {}) as { code?: string }
  const command = backend === 'host' ? 'npm run host -- --worlds' : 'npm start'
  const setting = backend === 'host' ? 'hostUrl' : 'baseURL'
  return new Error(
    [
      `Nothing answers at ${url}${code ? ` (${code})` : ''}.`,
      `In a folder with the eDesk demo, start it: ${command}`,
      `Is it somewhere else? Say where in playwright.config.ts: use: { ${setting}: 'http://localhost:1234' }`,
    ].join('\n'),
    { cause },
  )
}
