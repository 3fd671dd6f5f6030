import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Page } from '@playwright/test'
import { describe, expect, it, onTestFinished } from 'vitest'

import { DemoBackend } from '#src/kit/demo/demoBackend.ts'
import { DemoClock } from '#src/kit/demo/demoClock.ts'
import { createWorld } from '#src/kit/demo/hostWorld.ts'
import { toBeRefusedAs } from '#src/kit/matchers/toBeRefusedAs.ts'
import { toBeRefusedFor } from '#src/kit/matchers/toBeRefusedFor.ts'
import { toFitViewportWidth } from '#src/kit/matchers/toFitViewportWidth.ts'
import { toHaveLeftNoTraceOf } from '#src/kit/matchers/toHaveLeftNoTraceOf.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

/** Controls of which a test uses only some. */
const controlWith = (commands: Partial<DemoControl>) => commands as DemoControl

/** A page whose scripts return this value. */
function pageWith(result: unknown): Page {
  const page = {
    getByRole: () => undefined,
    goto: () => undefined,
    url: () => 'http://localhost/login',
    evaluate: async () => result,
    context: () => ({ storageState: async () => ({}) }),
  }
  return page as unknown as Page
}

const not = { isNot: true }

describe('the clock', () => {
  it('says that no token will expire', async () => {
    const clock = new DemoClock(controlWith({ nextExpiry: async () => null }))
    await expect(clock.toNextExpiry()).rejects.toThrow('has no token that will expire')
  })

  it('refuses a duration that it does not know, and an invalid date', async () => {
    const clock = new DemoClock(controlWith({}))
    await expect(clock.advance('2 hours')).rejects.toThrow('"2 hours" is not a duration. Use a')
    await expect(clock.set(new Date(Number.NaN))).rejects.toThrow('The date is not a time.')
  })
})

describe('the backend', () => {
  it('says why it could not create a token', async () => {
    const { control } = await openBrowser().openTab('demo=tokens')
    const backend = new DemoBackend(control, 'tokens')
    await expect(backend.addToken()).rejects.toThrow(
      /Could not create the token "ShipFast" \(\d+\): .*name/,
    )
  })

  it('says what a host has refused', async () => {
    const host = createServer((_request, response) => response.writeHead(422).end('no such link'))
    await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve))
    onTestFinished(() => void host.close())
    const url = `http://localhost:${(host.address() as AddressInfo).port}`
    await expect(createWorld(url, 'demo=tokns')).rejects.toThrow(
      'rejected "worlds" (422): no such link',
    )
  })
})

describe('a matcher after .not', () => {
  it('says that a page fits its window', async () => {
    const page = pageWith({ width: 800, clientWidth: 800, outside: [] })
    const { pass, message } = await toFitViewportWidth.call(not, page)
    expect(pass).toBe(true)
    expect(message()).toBe('Expected the page to be wider than the window.')
  })

  it('says that there is no trace of a key, whose secret it does not repeat', async () => {
    const key = `edesk_${'Ab3'.repeat(12)}`
    const { pass, message } = await toHaveLeftNoTraceOf.call(not, pageWith([]), key)
    expect(pass).toBe(true)
    expect(message()).toBe('Expected a trace of the key …3Ab3, but found none.')
  })

  it('says that a request was refused', async () => {
    const error = (details: string) => ({ status: 403, body: { error: { details } } })
    const expired = await toBeRefusedAs.call(not, error('The token has expired.'), 'expired')
    expect(expired.pass).toBe(true)
    expect(expired.message()).toBe(
      'Expected the request not to be refused as "expired".\nThe response was: The token has expired.',
    )
    const answer = error('This needs Full Access to Messages.')
    const refused = await toBeRefusedFor.call(not, answer, 'Messages')
    expect(refused.pass).toBe(true)
    expect(refused.message()).toContain('not to be refused for lack of access to Messages')
  })
})

it('a text that is too short to be a key is no key', async () => {
  await expect(toHaveLeftNoTraceOf.call(not, pageWith([]), 'edesk_short')).rejects.toThrow(
    '"short" is too short to be a key.',
  )
})
