import { reportFault, type Send } from './api.ts'
import { withKey } from './application.ts'
import { take, type Writer, type WriterContext } from './writer.ts'

/** The quota of a token is 60 requests at once. */
const requestsPerKey = 40

interface OwnToken {
  name: string
  id: string
  etag: string
}

/** Writes tokens. */
export interface TokenWriter extends Writer {
  /** Whether a key has some of its quota left. Otherwise it needs a new token. */
  hasKey: () => boolean
  /** Sends a request with the key of the latest token. */
  sendWithKey: Send
}

/**
 * Writes tokens through the management API.
 *
 * @param sendAsAdmin sends with a session.
 */
export function createTokenWriter(
  send: Send,
  sendAsAdmin: Send,
  { ledger, counts, random, nextName }: WriterContext,
): TokenWriter {
  const tokens: OwnToken[] = []
  /** The latest token, which is neither changed nor deleted. */
  let used: (OwnToken & { send: Send; requestsLeft: number }) | undefined

  const newValue = () => `value ${Math.floor(random() * 1_000_000)}`

  function creation() {
    const name = nextName()
    const description = newValue()
    const sent = {
      headers: { 'Idempotency-Key': `creation-of-${name}` },
      body: { name, description, accessLevel: 'full_access' },
    }
    return async () => {
      const acknowledge = ledger.send('token', name, description)
      const answer = await sendAsAdmin('POST', '/api/tokens', sent)
      if (!answer) return false
      if (answer.status > 201) {
        reportFault(counts, `Creation of token ${name}`, answer)
        return true
      }
      const { token, key } = answer.body as { token: { id: string }; key: string | null }
      acknowledge(token.id)
      const created = { name, id: token.id, etag: String(answer.headers.etag) }
      if (key === null) tokens.push(created)
      else {
        if (used) tokens.push(used)
        used = { ...created, send: withKey(send, key), requestsLeft: requestsPerKey }
      }
      return true
    }
  }

  function change() {
    const token = take(tokens, random)
    if (!token) return undefined
    const description = newValue()
    return async () => {
      const acknowledge = ledger.send('token', token.name, description)
      const sent = { headers: { 'If-Match': token.etag }, body: { description } }
      const answer = await sendAsAdmin('PATCH', `/api/tokens/${token.id}`, sent)
      if (!answer) return false
      if (answer.status !== 200) reportFault(counts, `Change of token ${token.name}`, answer)
      else {
        acknowledge()
        tokens.push({ ...token, etag: String(answer.headers.etag) })
      }
      return true
    }
  }

  function deletion() {
    const token = take(tokens, random)
    if (!token) return undefined
    return async () => {
      const acknowledge = ledger.send('token', token.name, null)
      const answer = await sendAsAdmin('DELETE', `/api/tokens/${token.id}`)
      if (!answer) return false
      if (answer.status === 204) acknowledge()
      else reportFault(counts, `Deletion of token ${token.name}`, answer)
      return true
    }
  }

  return {
    creation,
    change,
    deletion,
    hasKey: () => used !== undefined && used.requestsLeft > 0,
    async sendWithKey(...request) {
      if (!used) return undefined
      used.requestsLeft -= 1
      return used.send(...request)
    },
  }
}
