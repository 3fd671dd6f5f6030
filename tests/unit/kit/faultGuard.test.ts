import { describe, expect, it } from 'vitest'

import { DemoFaults } from '#src/kit/demo/demoFaults.ts'
import { createFaultGuard } from '#src/kit/guards/faultGuard.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'

import { openBrowser } from '../../support/simulatedBrowser.ts'

/** A test with the guard. Its tabs are in one world. */
async function startTest(...linkFaults: string[]) {
  const browser = openBrowser()
  const exchanges: RequestLogRecord[] = []
  const tab = await browser.openTab(
    ['demo=tokens', ...linkFaults.map((fault) => `demo.fault=${fault}`)].join('&'),
  )
  const guard = createFaultGuard(exchanges, async () => {
    exchanges.push(...(await tab.control.exchanges(exchanges.length + 1)))
  })
  const watch = ({ control }: typeof tab) =>
    guard.watch(control, async () => (await control.state()).affectedCalls)
  const watched = watch(tab)
  await watched.opening(linkFaults.map((fault) => `demo.fault=${fault}`).join('&'))
  return {
    guard,
    tab,
    control: watched.control,
    faults: new DemoFaults(watched.control),
    opening: (link: string) => watched.opening(link),
    readPlan: () => tab.request('GET', '/api/plan'),
    readSession: () => tab.request('GET', '/api/session'),
    openOther: async () => {
      const other = await browser.openTab('demo=tokens')
      const { control } = watch(other)
      return { tab: other, control, faults: new DemoFaults(control) }
    },
  }
}

describe('a fault that has affected no call', () => {
  it('is reported with the calls since it was added', async () => {
    const { guard, faults, readSession } = await startTest()
    await readSession()
    await faults.add('getPlan:503@2')
    expect(await guard.unused()).toEqual([
      'getPlan:503@2 has affected no call. There was no call since then.',
    ])
    await readSession()
    await readSession()
    expect(await guard.unused()).toEqual([
      'getPlan:503@2 has affected no call. The calls since then: getSession (2).',
    ])
  })

  it('is not reported once it has affected a call, however it was set', async () => {
    const { guard, faults, control, readPlan } = await startTest('getPlan:500@1')
    await readPlan()
    await faults.set(['getPlan:503@1'])
    await readPlan()
    await faults.set(['getPlan:late-1'])
    await readPlan()
    await control.open('demo.fault=getPlan:lost')
    await readPlan()
    expect(await guard.unused()).toEqual([])
  })

  it('is not reported while the call that it delays is on its way', async () => {
    const { guard, faults, readPlan } = await startTest()
    await faults.add('getPlan:late-500@1')
    const answer = readPlan()
    await Promise.resolve()
    expect(await guard.unused()).toEqual([])
    await answer
  })

  it('is reported if the test removed it before', async () => {
    const { guard, faults, control } = await startTest('getPlan:500@always')
    await faults.set(['getPlan:501'])
    await faults.clear()
    await faults.add('getPlan:502')
    await control.open('demo=tokens&demo.fault=getPlan:503')
    await control.import(await control.export())
    expect((await guard.unused()).map((text) => text.split(' ')[0])).toEqual([
      'getPlan:500@always',
      'getPlan:501@always',
      'getPlan:502@always',
      'getPlan:503@always',
    ])
  })

  it('is reported if it is in a link that the tab opens later', async () => {
    const { guard, faults, control, opening, readPlan } = await startTest()
    await faults.set(['getPlan:500'])
    await readPlan()
    const link = '/tickets?demo=tokens&demo.fault=getPlan:500#top'
    await opening(link)
    await control.open(link.replace('#top', ''))
    await expect(opening('?demo.fault=getPlan')).rejects.toThrow('is not one of')
    expect(await guard.unused()).toEqual([
      expect.stringMatching(/^getPlan:500@always .*no call since/),
      expect.stringMatching(/^getPlan:500@always .*no call since/),
    ])
  })

  it('is reported if it was set again, and then affected no call', async () => {
    const { guard, faults, readPlan } = await startTest()
    await faults.set(['getPlan:500@1'])
    await readPlan()
    await faults.set(['getPlan:500@1'])
    expect(await guard.unused()).toHaveLength(1)
    await readPlan()
    expect(await guard.unused()).toEqual([])
  })

  it('stays as it is when another fault is added', async () => {
    const { guard, faults, readPlan } = await startTest()
    await faults.add('getPlan:500@1')
    await readPlan()
    await faults.add('getSession:500@1')
    expect(await guard.unused()).toEqual([expect.stringMatching(/^getSession:500@1 /)])
  })

  it('counts twice if it was added twice', async () => {
    const { guard, faults, readPlan } = await startTest()
    await faults.add('getPlan:500@1')
    await faults.add('getPlan:500@1')
    await readPlan()
    await readPlan()
    expect(await guard.unused()).toHaveLength(1)
  })

  it('is reported after a reset in any tab, unless it is in the link', async () => {
    const { guard, faults, openOther, readPlan } = await startTest('getPlan:500@1')
    const other = await openOther()
    await faults.add('getSession:500@1')
    await other.faults.add('listTokens:500@1')
    await other.control.reset()
    await readPlan()
    expect((await guard.unused()).map((text) => text.split(' ')[0])).toEqual([
      'getSession:500@1',
      'listTokens:500@1',
    ])
  })

  it('counts in its own tab only', async () => {
    const { guard, faults, openOther, readPlan } = await startTest()
    const other = await openOther()
    await faults.add('getPlan:500@1')
    await other.faults.add('getPlan:500@1')
    await readPlan()
    expect(await guard.unused()).toHaveLength(1)
  })

  it('says that the calls of the test itself do not count', async () => {
    const { guard, faults, control } = await startTest()
    await faults.add('getPlan:500@1')
    await control.send({ as: 'admin', method: 'GET', path: '/api/plan' })
    expect(await guard.unused()).toEqual([
      expect.stringContaining('The calls that the test sends itself do not count'),
    ])
  })

  it('is not reported for the faults of a scenario', async () => {
    const { guard, faults, control } = await startTest()
    await control.open('demo=flaky')
    await faults.list()
    await faults.add('getPlan:500@1')
    expect(await guard.unused()).toEqual([expect.stringMatching(/^getPlan/)])
  })
})
