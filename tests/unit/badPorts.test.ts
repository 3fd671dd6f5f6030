import { expect, it } from 'vitest'

import { assertDemoResponds } from '#src/kit/demo/assertDemoResponds.ts'
import { isBadPort } from '#src/mock/transports/badPorts.ts'

it.each([4190, 6000, 6667, 10080, 25])(
  'a port that no browser opens, %i, is refused in words',
  async (port) => {
    expect(isBadPort(port)).toBe(true)
    const url = `http://localhost:${port}`
    await expect(assertDemoResponds(url, 'worker')).rejects.toThrow(
      'edesk-api-tokens serve --port 4175',
    )
    await expect(assertDemoResponds(`${url}/`, 'host')).rejects.toThrow('host --worlds --port 4175')
    await expect(fetch(url)).rejects.toMatchObject({ cause: { message: 'bad port' } })
  },
)

it.each([80, 443, 4173, 4174, 5173, 8080, 4175])('port %i is not refused', (port) => {
  expect(isBadPort(port)).toBe(false)
})
