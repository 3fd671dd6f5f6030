import { expect, it } from 'vitest'

import { startServer } from '../support/backend.ts'
import { invalidFieldsOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'

it('a name leads to the token that has it, in the own business', async () => {
  const backend = await startServer()
  const admin = await backend.as('admin')
  const { body } = await createToken(admin, { name: 'Ship Fast' })
  const find = async (name: string, person = admin) =>
    (await person('POST', '/api/token-names', { body: { name } })).body
  const found = { token: { id: body.token.id, name: 'Ship Fast', status: 'active' } }
  for (const name of ['Ship Fast', ' ship  FAST ', 'ＳhipFast']) {
    expect(await find(name), name).toEqual(found)
  }
  for (const name of ['Ship', 'Ship Fast 2']) expect(await find(name)).toEqual({ token: null })
  const other = await backend.as('starterAdmin')
  await other('PUT', '/api/plan', { body: { plan: 'professional' } })
  expect(await find('Ship Fast', other)).toEqual({ token: null })
  const long = { body: { name: 'x'.repeat(100_000) } }
  const answer = await admin('POST', '/api/token-names', long)
  expect(invalidFieldsOf(answer)).toEqual({ '#/name': 'too-long' })
})
