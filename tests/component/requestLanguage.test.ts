import { expect, it, vi } from 'vitest'

import { api } from '#src/api/client.ts'
import { requestInLanguage } from '#src/api/requestLanguage.ts'
import { sendWithKey } from '#src/api/sendWithKey.ts'

it('is that of the page for the management API, and of nobody for a key', async () => {
  const requests: Request[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request)
    return Promise.resolve(Response.json({ items: [] }))
  })
  await api.GET('/api/users')
  requestInLanguage('pl')
  await api.GET('/api/users')
  await sendWithKey({ method: 'GET', url: 'http://localhost/v1/tags', body: '' }, 'a-key')
  requestInLanguage('en')
  const languages = requests.map(({ headers }) => headers.get('Accept-Language'))
  expect(languages).toEqual(['en', 'pl', null])
})
