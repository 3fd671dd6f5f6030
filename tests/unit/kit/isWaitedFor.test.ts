import type { Request, Response } from '@playwright/test'
import { describe, expect, it } from 'vitest'

import { isWaitedFor } from '#src/kit/tools/isWaitedFor.ts'

const call = { method: 'POST', path: '/api/tokens?page=1', operation: 'createToken', status: 201 }
const origin = 'http://localhost:4173'
const isWaited = (accepts: (received: Request & Response) => unknown) =>
  isWaitedFor(accepts as (received: unknown) => unknown, call, origin)

describe('a function waits for a call', () => {
  it.each<(received: Request & Response) => unknown>([
    (request) => request.url().includes('/api/tokens'),
    (request) => request.url() === `${origin}/api/tokens?page=1` && request.method() === 'POST',
    (response) => response.url().includes('/api/') && response.ok(),
    async (response) => response.request().url().endsWith('page=1') && response.status() === 201,
  ])('%s', async (accepts) => expect(await isWaited(accepts)).toBe(true))
})

describe('a function does not wait for a call, or that is not known', () => {
  it.each<(received: Request & Response) => unknown>([
    (request) => request.url().includes('/api/users'),
    (response) => response.ok(),
    () => true,
    async (response) => ((await response.json()) as { name: string }).name === 'ShipFast',
  ])('%s', async (accepts) => expect(await isWaited(accepts)).toBe(false))
})
