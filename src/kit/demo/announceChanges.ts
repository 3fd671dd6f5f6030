import type { BrowserContext, Page } from '@playwright/test'

import type { DemoControl, ViewChange } from '#src/mock/demo/demoControl.ts'
import { isApiPath } from '#src/shared/apiPaths.ts'
import { changesChannelName } from '#src/shared/openChannel.ts'

import { createRemoteControl } from './createRemoteControl.ts'

/**
 * Lets the open pages of a demo on the host ask again after a change, as a demo in a browser does: after a command, and after a
 * request of a page in another browser context.
 */
export function createAnnouncer() {
  const contexts: BrowserContext[] = []

  async function announce(isToldItself: (context: BrowserContext) => boolean = () => false) {
    const pages = contexts
      .filter((context) => !isToldItself(context))
      .flatMap((context) => context.pages())
    await Promise.all(pages.map(announceIn))
  }

  return {
    /** Includes the pages of a browser context. */
    add(context: BrowserContext): void {
      contexts.push(context)
      context.on('response', (response) => {
        const isChange = !['GET', 'HEAD', 'OPTIONS'].includes(response.request().method())
        if (isChange && response.ok() && isApiPath(new URL(response.url()).pathname))
          void announce((one) => one === context)
      })
    },
    /** Returns a control that lets the pages ask again after each command that changes what they show. */
    watch(control: DemoControl): DemoControl {
      return createRemoteControl(async (command, args) => {
        const commands = control as unknown as Record<string, (...given: unknown[]) => unknown>
        const result = await commands[command]?.(...args)
        if (changesPages(command, args)) await announce()
        return result
      })
    },
  }
}

function changesPages(command: string, args: readonly unknown[]): boolean {
  if (command === 'send') return (args[0] as { method: string }).method !== 'GET'
  // Latency and faults change no data, and a page that asks again would use up the fault.
  const { as, now, advance, clock } = (args[0] ?? {}) as ViewChange
  if (command === 'setView') return [as, now, advance, clock].some((value) => value !== undefined)
  return ['open', 'reset', 'import'].includes(command)
}

/** A page that closes or navigates meanwhile asks by itself. */
async function announceIn(page: Page): Promise<void> {
  if (!page.url().startsWith('http')) return
  await page
    .evaluate((name) => {
      const channel = new BroadcastChannel(name)
      channel.postMessage(null)
      channel.close()
    }, changesChannelName('/'))
    .catch(() => undefined)
}
