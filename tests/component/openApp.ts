import type { Router } from 'vue-router'

import { seeExchange } from '../contract/seen.ts'
import { mountPage } from '../kit/mount/mountPage.ts'
import { startDemo } from '../kit/mount/startDemo.ts'
import { type Account, accounts, type Person, type Sent } from '../unit/backend.ts'

type Service = Awaited<ReturnType<typeof startDemo>>
let service: Service | undefined

/** Starts a backend of the test's own, in which nobody is logged in, and gives people who talk to it past the page. */
export async function startService() {
  const demo = await startDemo({}, { observe: seeExchange })
  service = demo

  async function send(method: string, path: string, sent: Sent = {}, as?: string) {
    const { headers, ...answer } = await demo.control.send({
      method,
      path,
      ...sent,
      ...(as ? { as } : {}),
    })
    return { ...answer, headers: new Headers(headers) }
  }

  return {
    ...demo,
    nobody: send,
    as:
      async (account: Account): Promise<Person> =>
      (method, path, sent) =>
        send(method, path, sent, accounts[account]),
  }
}

/** Opens an address in the whole application, as somebody or as nobody. Gives its router. */
export async function openApp(address: string, as?: Account): Promise<Router> {
  if (as) await service?.control.setView({ as: accounts[as] })
  const { vm } = await mountPage(undefined, address)
  return vm.$router
}
