import { describe, expect, it } from 'vitest'

import { randomText, seededBytes } from '#src/mock/domain/random.ts'

describe('a random text', () => {
  it('has one character for each byte, and wraps around after 62', () => {
    const bytes = Uint8Array.of(0, 9, 10, 35, 36, 61, 62, 247)
    expect(randomText(8, () => bytes)).toBe('09AZaz0z')
  })

  it('skips bytes that would make some characters more frequent', () => {
    const given = [Uint8Array.of(248, 1, 255), Uint8Array.of(2, 3)]
    const counts: number[] = []
    const text = randomText(3, (count) => {
      counts.push(count)
      return given.shift() ?? new Uint8Array()
    })
    expect(text).toBe('123')
    expect(counts).toEqual([3, 2])
  })

  it('without characters needs no bytes', () => {
    const text = randomText(0, () => {
      throw new Error('Random bytes were requested.')
    })
    expect(text).toBe('')
  })
})

describe('seeded bytes', () => {
  it('are the SHA-256 of the seed and a counter', () => {
    expect([...seededBytes('seed')(3)]).toEqual([162, 92, 167])
    expect([...seededBytes('seed')(36).slice(32)]).toEqual([124, 229, 252, 208])
  })

  it('continue with each call, and have the requested length', () => {
    const bytes = seededBytes('seed')
    expect(bytes(32)).toHaveLength(32)
    expect([...bytes(4)]).toEqual([124, 229, 252, 208])
    expect(bytes(100)).toHaveLength(100)
    expect(bytes(0)).toHaveLength(0)
  })

  it('differ for another seed', () => {
    expect([...seededBytes('other')(8)]).not.toEqual([...seededBytes('seed')(8)])
  })
})
