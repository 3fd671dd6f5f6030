import { expect, it } from 'vitest'

import { connect, type Application } from '../../support/publicApi/application.ts'

async function idsOf(application: Application, query: Record<string, string>) {
  const { body } = await application('GET', `/v1/contacts?${new URLSearchParams(query)}`)
  return (body as { data: { id: number }[] }).data.map(({ id }) => id)
}

it('contacts are listed by id, in pages', async () => {
  const { application } = await connect()
  const { body } = await application('GET', '/v1/contacts?itemsPerPage=1&page=2')
  expect(body).toEqual({
    data: [
      {
        id: 2,
        channel_id: 2,
        client_id: 1,
        full_name: 'Tom Okafor',
        phone_number: '',
        email: 'tom.okafor@example.com',
      },
    ],
    paginator: { currentPage: 2, itemsPerPage: 1, totalItemsCount: 6 },
  })
})

it.each([
  [{ fsf_query: 'MAJA' }, [1]],
  [{ fsf_query: 'example.com  o' }, [1, 2, 3, 4, 5, 6]],
  [{ fsf_query: ' okafor tom ' }, [2]],
  [{ fsf_query: 'maja tom' }, []],
  [{ fsf_query: '' }, [1, 2, 3, 4, 5, 6]],
  [{ fsf_query: '91 555' }, [4]],
  [{ consumer_id: '3' }, [3]],
  [{ consumer_id: '21' }, []],
  [{ consumer_id: '3', name: 'Maja Lindqvist' }, []],
  [{ email: 'Tom.Okafor@example.com' }, [2]],
  [{ email: 'tom.okafor' }, []],
  [{ email: 'tom.okafor@example.com', fsf_query: 'maja' }, []],
  [{ email: 'paula.stein@example.com' }, []],
  [{ name: 'inês carvalho' }, [3]],
  [{ name: 'Inês' }, []],
  [{ phone_number: '+353 91 555 0100' }, [4]],
  [{ unknown: 'x' }, [1, 2, 3, 4, 5, 6]],
])('contacts are found by %j: %j', async (query, ids) => {
  const { backend, application } = await connect()
  await backend.storage.write(async (db) => {
    const henrik = await db.get('contacts', 4)
    if (henrik) await db.put('contacts', { ...henrik, phone_number: '+353 91 555 0100' })
  })
  expect(await idsOf(application, query)).toEqual(ids)
})

it('found contacts are counted and paged', async () => {
  const { application } = await connect()
  const response = await application(
    'GET',
    '/v1/contacts?fsf_query=example.com&itemsPerPage=4&page=2',
  )
  expect(response.body).toMatchObject({
    data: [{ id: 5 }, { id: 6 }],
    paginator: { currentPage: 2, itemsPerPage: 4, totalItemsCount: 6 },
  })
})
