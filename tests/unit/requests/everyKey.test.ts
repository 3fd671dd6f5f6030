import { describe, expect, it } from 'vitest'

import { textFields } from './contractRequests.ts'
import { startForAll, withText } from './sendToAll.ts'

/** Texts that nobody reads in a list: an id or a time is compared with those that exist, a password is hashed. */
const isCompared =
  /^(markNotices ids|changeTokens ids|changeAdvice items\.0\.tokenId|lookUpTokens ids|findKeys hashes|\w+ (expiresAt|password))/
const stored = textFields.filter(
  ({ route, title }) => route.api === 'management' && !isCompared.test(title),
)

describe('an API key', () => {
  it('is refused in every text of the management API', async () => {
    const { send, key } = await startForAll()
    const accepted: string[] = []
    for (const field of stored) {
      for (const text of [key, `Its key is “${key}”.`, encodeURIComponent(`<${key}>`)]) {
        const { status, text: answer } = await send(field.route, withText(field, text))
        const isRefused =
          field.title === 'logIn email' ? status === 401 : [400, 422].includes(status)
        if (!isRefused || answer.includes(key)) accepted.push(`${field.title}: ${status} ${answer}`)
      }
    }
    expect(stored.length).toBeGreaterThan(10)
    expect(accepted).toEqual([])
  })

  it('is in no log entry and in no error, whichever text of either API contained it', async () => {
    const { send, key, logged } = await startForAll()
    const errors: string[] = []
    for (const field of textFields) {
      const { status, text } = await send(field.route, withText(field, key))
      if (status >= 400 && text.includes(key)) errors.push(field.title)
    }
    expect(errors).toEqual([])
    expect(logged.length).toBeGreaterThan(textFields.length - 1)
    expect(JSON.stringify(logged)).not.toContain(key.slice(6, -4))
  })
})
