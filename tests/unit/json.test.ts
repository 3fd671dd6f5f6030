import { describe, expect, it } from 'vitest'

import { formatJson, parseJson } from '#src/shared/json.ts'

describe('a text that may be JSON', () => {
  it('is parsed, and formatted with line breaks', () => {
    expect(parseJson('{"id":7}')).toEqual({ id: 7 })
    expect(formatJson('{"id":7}')).toBe('{\n  "id": 7\n}')
    expect(parseJson('null')).toBeNull()
  })

  it('is returned unchanged if it is not JSON', () => {
    expect(parseJson('<html>')).toBeUndefined()
    expect(formatJson('<html>')).toBe('<html>')
    expect(formatJson('')).toBe('')
  })
})
