import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import type { Person } from '../support/backend.ts'
import { startServerWithToken } from '../support/serverWithToken.ts'
import { createToken } from '../support/tokens.ts'

type List = components['schemas']['ActivityTokenList']

async function list(person: Person, name = '', language = 'en'): Promise<List> {
  const query = new URLSearchParams({ name })
  const headers = { 'Accept-Language': language }
  return (await person('GET', `/api/activity/tokens?${query}`, { headers })).body as List
}

async function namesOf(person: Person, name?: string): Promise<string[]> {
  return (await list(person, name)).items.map((token) => token.name)
}

describe('the tokens in the activity', () => {
  it('include deleted ones, once for each token, sorted by name', async () => {
    const { admin, old } = await startServerWithToken('Übersee')
    await createToken(admin, { name: 'Zebra' })
    await createToken(admin, { name: 'apple' })
    await admin('POST', `/api/tokens/${old.id}/pause`)
    await admin('DELETE', `/api/tokens/${old.id}`)
    expect(await list(admin)).toEqual({
      items: [
        expect.objectContaining({ name: 'apple', exists: true }),
        { id: old.id, name: 'Übersee', keyEnding: old.keyEnding, exists: false },
        expect.objectContaining({ name: 'Zebra', exists: true }),
      ],
      more: false,
    })
  })

  it('are found by the beginning of a name, whatever its case, width and accents', async () => {
    const { admin } = await startServerWithToken('Übersee')
    await createToken(admin, { name: 'Ubuntu' })
    await createToken(admin, { name: 'Tube' })
    expect(await namesOf(admin, 'ub')).toEqual(['Übersee', 'Ubuntu'])
    expect(await namesOf(admin, ' ＵＢＵ')).toEqual(['Ubuntu'])
    expect(await namesOf(admin, 'ubx')).toEqual([])
    expect(await namesOf(admin, 'zz')).toEqual([])
  })

  it.each([
    ['en', ['Łódź', 'Lz 2', 'Lz 10']],
    ['pl', ['Lz 2', 'Lz 10', 'Łódź']],
  ])('are sorted by the alphabet of the reader, and by number: %s', async (language, sorted) => {
    const { admin } = await startServerWithToken('Lz 10')
    await createToken(admin, { name: 'Łódź' })
    await createToken(admin, { name: 'Lz 2' })
    const { items } = await list(admin, 'l', language)
    expect(items.map(({ name }) => name)).toEqual(sorted)
  })

  it('are found by every name that they had', async () => {
    const { admin, old } = await startServerWithToken('First')
    const change = (name: string) =>
      admin('PATCH', `/api/tokens/${old.id}`, { body: { name }, headers: { 'If-Match': '*' } })
    await change('Second')
    await change('Third')
    await admin('POST', `/api/tokens/${old.id}/pause`)
    expect(await namesOf(admin, 'fir')).toEqual(['First'])
    expect(await namesOf(admin, 'third')).toEqual(['Third'])
    expect(await namesOf(admin)).toHaveLength(1)
  })

  it('are at most twenty, and the answer says whether there are more', async () => {
    const { admin } = await startServerWithToken('Token 00')
    const number = (count: number) => String(count).padStart(2, '0')
    for (let count = 1; count < 20; count += 1) {
      await createToken(admin, { name: `Token ${number(count)}` })
    }
    expect(await list(admin)).toMatchObject({ more: false })
    await createToken(admin, { name: 'Token 20' })
    const { items, more } = await list(admin)
    expect([items.length, items.at(-1)?.name, more]).toEqual([20, 'Token 19', true])
    expect(await list(admin, 'token 20')).toMatchObject({ items: [{}], more: false })
  })

  it('are those of the own business, and no users', async () => {
    const { backend, admin } = await startServerWithToken()
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    expect((await admin('PATCH', '/api/users/usr_sam', { body: { role: 'admin' } })).status).toBe(
      200,
    )
    expect(await namesOf(other)).toEqual([])
    expect(await namesOf(admin)).toEqual(['ShipFast'])
  })
})
