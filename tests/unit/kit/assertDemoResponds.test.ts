import { createServer } from 'node:http'

import { expect, it } from 'vitest'

import { assertDemoResponds } from '#src/kit/demo/assertDemoResponds.ts'
import { createWorld } from '#src/kit/demo/hostWorld.ts'

import { listen } from '../../support/listen.ts'

it('says that browsers refuse a port, on every backend', async () => {
  const message = 'No browser opens port 4190'
  await expect(assertDemoResponds('http://localhost:4190', 'worker')).rejects.toThrow(message)
  await expect(createWorld('http://localhost:4190', 'demo=tokens')).rejects.toThrow(message)
})

it('names the flag that a host without worlds lacks', async () => {
  const host = createServer((_request, response) => response.writeHead(404).end('Not found'))
  const url = `http://127.0.0.1:${await listen(host)}`
  await expect(createWorld(url, 'demo=tokens')).rejects.toThrow(/has no worlds\. .* --worlds/)
})
