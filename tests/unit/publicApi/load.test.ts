import { expect, it, vi } from 'vitest'

import { startServer } from '../../support/backend.ts'

const module = '#src/mock/publicApi/publicApi.ts'

it('responds with an error while the files of the public API cannot be loaded, and loads them with a later request', async () => {
  vi.doMock(module, () => {
    throw new Error('offline')
  })
  const { nobody } = await startServer()
  const response = await nobody('GET', '/v1/tags')
  expect(response).toMatchObject({
    status: 503,
    body: { error: { httpCode: 503, message: 'The service cannot be loaded' } },
  })

  vi.doUnmock(module)
  const { status } = await nobody('GET', '/v1/tags')
  expect(status).toBe(401)
})
