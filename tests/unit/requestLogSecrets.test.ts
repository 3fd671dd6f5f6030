import { describe, expect, it } from 'vitest'

import { applicationOf, withKey } from '../support/publicApi/application.ts'
import { startWithLog } from '../support/startWithLog.ts'

describe('a log entry does not contain', () => {
  it('a password', async () => {
    const { backend, last } = await startWithLog()
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    await backend.nobody('POST', '/api/session', { body })
    expect(last().body).toEqual({ email: 'admin@example.com', password: '•••' })
    await backend.nobody('POST', '/api/session', { body: JSON.stringify(body).slice(0, -1) })
    expect(last().body).toBe('•••')
    await backend.nobody('POST', '/api/session', { body: [{ deep: { Password: ['secret'] } }] })
    expect(last().body).toEqual([{ deep: { Password: '•••' } }])
    const escaped = '{"pass\\u0077ord":"edesk-demo"}'
    await backend.nobody('POST', '/api/session', { body: escaped })
    expect(last().body).toEqual({ password: '•••' })
    await backend.nobody('POST', '/api/session', { body: escaped.slice(0, -1) })
    expect(last().body).toBe('•••')
    expect(JSON.stringify(backend.exchanges)).not.toContain('edesk-demo')
  })

  it('a key, wherever it was sent', async () => {
    const { backend, last } = await startWithLog()
    const admin = await backend.as('admin')
    const { application, key } = await applicationOf(backend, admin)
    const short = `edesk_…${key.slice(-4)}`
    await application('GET', `/v1/tags?access_token=${key}`)
    expect(last().path).toBe(`/v1/tags?access_token=${short}`)
    await application('POST', '/v1/tags', { body: { name: `My key: ${key}.`, [key]: [key] } })
    expect(last().body).toEqual({ name: `My key: ${short}.`, [short]: [short] })
    await application('POST', '/v1/tags', { body: `"${key.replace('e', '\\u0065')}"` })
    expect(last().body).toBe(short)
    await application('POST', '/v1/tags', { body: `<${key}>` })
    expect(last().body).toBe(`<${short}>`)
    await withKey(backend, `${key}x`)('GET', '/v1/whoami')
    expect(JSON.stringify(backend.exchanges)).not.toContain(key.slice(6, -4))
  })

  it('the values of a body that is nested too deeply', async () => {
    const { backend, last } = await startWithLog()
    const body = `${'['.repeat(9_000)}${']'.repeat(9_000)}`
    expect((await backend.nobody('POST', '/api/session', { body })).status).toBe(400)
    expect(last().body).toBe(body)
  })

  it('the content of a file', async () => {
    const { backend, last } = await startWithLog()
    const { application } = await applicationOf(backend, await backend.as('admin'))
    const disposition = 'Content-Disposition: form-data'
    const body = [
      `--x\r\n${disposition}; name="attachments[]"; filename="note.txt"`,
      'Content-Type: text/plain\r\n\r\nsecret',
      `--x\r\n${disposition}; name="attachmentType"\r\n\r\nOther\r\n--x--\r\n`,
    ].join('\r\n')
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const path = '/v1/order-notes/1/attachments'
    const files = [{ name: 'note.txt', type: 'text/plain', base64: btoa('secret') }]
    await application('POST', path, { body: { files } })
    expect(last().body).toEqual({ files: [{ ...files[0], base64: 'AAAA' }] })
    await application('POST', path, { headers, body })
    expect(last().body).toEqual([
      { name: 'attachments[]', value: { name: 'note.txt', type: 'text/plain', size: 6 } },
      { name: 'attachmentType', value: 'Other' },
    ])
  })

  it('a session cookie', async () => {
    const { backend } = await startWithLog()
    const { headers } = await backend.nobody('POST', '/api/session', {
      body: { email: 'admin@example.com', password: 'edesk-demo' },
    })
    const cookie = /edesk_session=(\w+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
    await backend.nobody('GET', '/api/plan', {}, cookie)
    expect(backend.exchanges.at(-1)?.by.kind).toBe('user')
    expect(JSON.stringify(backend.exchanges)).not.toContain(cookie)
  })
})
