import { describe, expect, it } from 'vitest'

import { readCookie, renameCookie } from '#src/mock/server/http/cookies.ts'

describe('a cookie', () => {
  it('is read by its whole name, wherever it is in the header', () => {
    const header = 'a_session=1; session=2=3;session_2=4; empty='
    expect(readCookie(header, 'a_session')).toBe('1')
    expect(readCookie(header, 'session')).toBe('2=3')
    expect(readCookie(header, 'session_2')).toBe('4')
    expect(readCookie(header, 'empty')).toBe('')
    for (const name of ['_session', '2', 'missing']) {
      expect(readCookie(header, name)).toBeUndefined()
    }
    expect(readCookie('', 'session')).toBeUndefined()
  })

  it('has its first value, if the header contains it more than once', () => {
    expect(readCookie('session=first; session=second', 'session')).toBe('first')
  })

  it('keeps its value and attributes under another name', () => {
    expect(renameCookie('session=2=3; Path=/; HttpOnly', 'session_443')).toBe(
      'session_443=2=3; Path=/; HttpOnly',
    )
  })
})
