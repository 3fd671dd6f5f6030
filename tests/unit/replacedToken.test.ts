import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import type { Person } from '../support/backend.ts'
import { problemOf } from '../support/problems.ts'
import { replace, tokenAt } from '../support/replaceToken.ts'
import { history, startServerWithToken, keyWorks } from '../support/serverWithToken.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

describe('the old token of a replacement', () => {
  it('can be retired, and its key is refused from then on', async () => {
    const { backend, admin, old, oldKey } = await startServerWithToken()
    const { body } = await replace(admin, old.id)
    expect((await admin('POST', `/api/tokens/${old.id}/retirement`)).status).toBe(204)
    expect(await keyWorks(admin, oldKey)).toBe(false)
    expect((await tokenAt(admin, body.token.id)).replaces).toBeNull()
    expect(backend.storage.dump().tokens).toMatchObject([{ id: body.token.id, replacesId: null }])
    expect(await history(admin, old.id)).toEqual(['created', 'replaced', 'retired'])
  })

  it('keeps its end if the new token is deleted, and can be replaced again', async () => {
    const { admin, old, oldKey } = await startServerWithToken()
    const { body } = await replace(admin, old.id)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    expect(await tokenAt(admin, old.id)).toMatchObject({
      status: 'expiring_soon',
      replacedBy: null,
      expiresAt: '2026-11-25T09:00:00.000Z',
    })
    expect(await keyWorks(admin, oldKey)).toBe(true)
    const late = await admin('POST', `/api/tokens/${old.id}/retirement`)
    expect(problemOf(late)).toBe('409 not-being-replaced')
    expect((await replace(admin, old.id)).status).toBe(201)
  })
})

describe('the old token of a replacement whose new token is replaced too', () => {
  const removals = {
    'is deleted': (admin: Person, id: string) => admin('DELETE', `/api/tokens/${id}`),
    'is retired': (admin: Person, id: string) => admin('POST', `/api/tokens/${id}/retirement`),
  }

  it.each(Object.entries(removals))(
    'belongs to the newest token once the middle one %s',
    async (_how, remove) => {
      const { admin, old } = await startServerWithToken()
      const { body: second } = await replace(admin, old.id)
      const { body: third } = await replace(admin, second.token.id)
      await remove(admin, second.token.id)
      expect(await tokenAt(admin, old.id)).toMatchObject({ replacedBy: { id: third.token.id } })
      expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: { id: old.id } })
      expect((await admin('POST', `/api/tokens/${old.id}/retirement`)).status).toBe(204)
      expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: null })
    },
  )

  it('belongs to the newest token immediately if the middle one is not kept', async () => {
    const { admin, old } = await startServerWithToken()
    const { body: second } = await replace(admin, old.id)
    const { body: third } = await replace(admin, second.token.id, { keepOldKey: 'none' })
    expect(await tokenAt(admin, old.id)).toMatchObject({ replacedBy: { id: third.token.id } })
    expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: { id: old.id } })
  })
})

describe('an old token whose new token is deleted', () => {
  async function leftAlone(name = 'ShipFast') {
    const { backend, admin, old } = await startServerWithToken(name)
    const { body } = await replace(admin, old.id)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    return { backend, admin, old, oldName: `${name} (old key …${old.keyEnding})` }
  }

  it('gives the next new token the name of the application, and keeps its own', async () => {
    const { admin, old, oldName } = await leftAlone()
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe('ShipFast')
    expect((await tokenAt(admin, old.id)).name).toBe(oldName)
    const { items } = (await admin('GET', '/api/activity?pageSize=2'))
      .body as Schemas['ActivityList']
    expect(items.map(({ action, token }) => [action, token?.name])).toEqual([
      ['created', 'ShipFast'],
      ['replaced', oldName],
    ])
  })

  it('does the same if it is not kept', async () => {
    const { backend, admin, old } = await leftAlone()
    await replace(admin, old.id, { keepOldKey: 'none' })
    expect(backend.storage.dump().tokens.map(({ name }) => name)).toEqual(['ShipFast'])
  })

  it("gives the next new token its own name if the application's name is taken", async () => {
    const { admin, old, oldName } = await leftAlone()
    await createToken(admin, { name: 'SHIPFAST' })
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe(oldName)
    expect((await tokenAt(admin, old.id)).name).toBe(`${oldName} (old key …${old.keyEnding})`)
  })

  it('gets a unique name if two names would be truncated to the same text', async () => {
    const { admin, old, oldName } = await leftAlone('x'.repeat(64))
    await createToken(admin, { name: 'X'.repeat(64) })
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe(oldName)
    const other = `${'x'.repeat(61)} (old key …${old.keyEnding}, 2)`
    expect((await tokenAt(admin, old.id)).name).toBe(other)
  })
})
