import { describe, expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
import { parseJson } from '#src/mock/server/http/parseJson.ts'

const tooMany = { error: 'The body contains too many values.' }

function parse(text: string) {
  return parseJson(new TextEncoder().encode(text))
}

function listOf(item: string, count: number): string {
  return `[${Array.from({ length: count }, () => item).join(',')}]`
}

describe('parseJson', () => {
  it.each([
    ['numbers', '0', 1],
    ['texts that contain brackets and commas', '"[,{"', 1],
    ['lists', '[0]', 2],
    ['nested lists', '[[[0]]]', 4],
    ['objects', '{"a":0,"b":{"c":0}}', 4],
  ])('counts %s', (_, item, valuesOfItem) => {
    const count = Math.floor((limits.bodyValues - 2) / valuesOfItem)
    expect(parse(listOf(item, count))).toEqual({ value: JSON.parse(listOf(item, count)) })
    expect(parse(listOf(item, count + 2))).toEqual(tooMany)
  })
})
