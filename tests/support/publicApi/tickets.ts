import { type Application, dataOf } from './application.ts'

export const question = { subject: 'Is it oak?', channel_id: 1, status: 'Open' }

export const create = (application: Application, body: object) =>
  application('POST', '/v1/tickets', { body })
export const change = (application: Application, body: object, id = 1) =>
  application('PUT', `/v1/tickets/${id}`, { body })
export const read = async (application: Application, id: number) =>
  dataOf(await application('GET', `/v1/tickets/${id}`))
