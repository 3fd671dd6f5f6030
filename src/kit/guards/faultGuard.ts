import { parseLink } from '#src/mock/demo/demoLink.ts'
import type { DemoControl, DemoState, ViewChange } from '#src/mock/demo/demoControl.ts'
import { formatFault } from '#src/mock/demo/faults.ts'

import { type Command, createRemoteControl } from '../demo/createRemoteControl.ts'
import type { ReportedExchange } from './pageReporter.ts'

/** How often each fault has affected a call of a tab, by the fault's text. */
export type Strikes = Readonly<Record<string, number>>

/** The faults of one tab. */
export interface TabFaults {
  /** The tab's control. Its commands tell the guard which faults the test asks for. */
  readonly control: DemoControl
  /** Call this when the tab has been opened by a link with these faults. */
  opened(faults: readonly string[]): void
}

/** Finds the faults that a test has asked for and that have affected no call. */
export interface FaultGuard {
  /**
   * Watches the faults of a tab.
   *
   * @param strikes returns how often the faults have affected calls of this tab.
   */
  watch(control: DemoControl, strikes: () => Promise<Strikes>): TabFaults
  /** Returns a text for each fault that has affected no call until now, or until the test removed it. */
  unused(): Promise<string[]>
}

/** A fault that a test has asked for. */
interface Expected {
  text: string
  /** It has affected a call if the tab has more strikes of this fault. */
  strikes: number
  /** How many calls there were before. */
  calls: number
  /** Whether it is in the tab's link, so that a reset keeps it. */
  isInLink: boolean
}

/**
 * Creates the guard of a test's faults.
 *
 * @param exchanges all calls of the test.
 * @param collect completes `exchanges`.
 */
export function createFaultGuard(
  exchanges: readonly ReportedExchange[],
  collect: () => Promise<void>,
): FaultGuard {
  const unused: string[] = []
  const tabs: ReturnType<typeof createTab>[] = []

  function createTab(strikesOf: () => Promise<Strikes>) {
    /** A link's faults affect calls before the page is ready, so these are calls "since then" too. */
    const callsBeforeOpening = exchanges.length
    let strikes: Strikes = {}
    let expected: Expected[] = []
    /** The tab's faults after the last command, with those of its scenario. */
    let current: readonly string[] = []

    const hasStruck = (fault: Expected) => (strikes[fault.text] ?? 0) > fault.strikes

    function add(texts: readonly string[], isInLink: boolean, calls = exchanges.length): void {
      for (const text of texts) {
        const waiting = expected.filter((fault) => fault.text === text && !hasStruck(fault))
        const before = (strikes[text] ?? 0) + waiting.length
        expected.push({ text, strikes: before, calls, isInLink })
      }
    }

    function drop(isDropped: (fault: Expected) => boolean = () => true): void {
      const missed = expected.filter((fault) => isDropped(fault) && !hasStruck(fault))
      unused.push(...missed.map((fault) => describe(fault, exchanges)))
      expected = expected.filter((fault) => !isDropped(fault))
    }

    return {
      async refresh() {
        strikes = await strikesOf()
      },
      opened: (faults: readonly string[]) => add(faults, true, callsBeforeOpening),
      waiting: () => expected.filter((fault) => !hasStruck(fault)),
      wasReset: () => drop(({ isInLink }) => !isInLink),
      wasImported: () => drop(),
      wasLinked(link: string) {
        const { scenario, faults } = parseLink(new URLSearchParams(link.replace(/^[^?]*\?/, '')))
        if (scenario === undefined && faults === undefined) return
        drop()
        add((faults ?? []).map(formatFault), true)
      },
      wereSet(faults: readonly string[]) {
        const isAddition = faults.length > current.length && startsWith(faults, current)
        if (!isAddition) drop()
        add(isAddition ? faults.slice(current.length) : faults, false)
      },
      knows(faults: readonly string[]) {
        current = faults
      },
    }
  }

  async function refreshAll(): Promise<void> {
    await collect()
    await Promise.all(tabs.map((tab) => tab.refresh()))
  }

  return {
    watch(control, strikes) {
      const tab = createTab(strikes)
      tabs.push(tab)
      const watched = createRemoteControl(async (command, args) => {
        if (changesFaults(command, args)) await refreshAll()
        const result = await callCommand(control, command, args)
        const faults = hasFaults(result) ? result.faults.map(formatFault) : undefined
        if (command === 'reset') for (const one of tabs) one.wasReset()
        if (command === 'import') tab.wasImported()
        if (command === 'open') tab.wasLinked(String(args[0]))
        if (command === 'setView' && changesFaults(command, args)) tab.wereSet(faults ?? [])
        if (faults) tab.knows(faults)
        return result
      })
      return { control: watched, opened: tab.opened }
    },
    async unused() {
      await refreshAll()
      const waiting = tabs.flatMap((tab) => tab.waiting())
      return [...unused, ...waiting.map((fault) => describe(fault, exchanges))]
    },
  }
}

function callCommand(
  control: DemoControl,
  command: Command,
  args: readonly unknown[],
): Promise<unknown> {
  const commands = control as unknown as Record<Command, (...given: unknown[]) => Promise<unknown>>
  return commands[command](...args)
}

function changesFaults(command: string, args: readonly unknown[]): boolean {
  if (command === 'setView') return (args[0] as ViewChange).faults !== undefined
  return ['reset', 'open', 'import'].includes(command)
}

function hasFaults(result: unknown): result is DemoState {
  return typeof result === 'object' && result !== null && 'strikes' in result
}

function startsWith(list: readonly string[], start: readonly string[]): boolean {
  return start.every((text, place) => list[place] === text)
}

/** Describes a fault that has affected no call, with the calls since the test asked for it. */
function describe({ text, calls }: Expected, exchanges: readonly ReportedExchange[]): string {
  const counts = new Map<string, number>()
  for (const { operation } of exchanges.slice(calls)) {
    if (operation !== null) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  const list = [...counts].map(([operation, count]) => `${operation} (${count})`).join(', ')
  const since = list ? `The calls since then: ${list}.` : 'There was no call since then.'
  const isCalled = counts.has(text.split(':')[0] ?? '')
  const hint = isCalled
    ? ' The calls of demo.backend do not count; of several faults, the first that fits affects a call.'
    : ''
  return `${text} has affected no call. ${since}${hint}`
}
