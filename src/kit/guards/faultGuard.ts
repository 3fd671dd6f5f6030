import { type DemoLink, parseLink } from '#src/mock/demo/demoLink.ts'
import type { DemoControl, DemoState, ViewChange } from '#src/mock/demo/demoControl.ts'
import { formatFault } from '#src/mock/demo/faults.ts'
import type { RequestLogRecord } from '#src/mock/demo/records.ts'

import { callCommand, createRemoteControl } from '../demo/createRemoteControl.ts'

/** How many calls of a tab each fault has affected, by the fault's text. */
export type AffectedCalls = Readonly<Record<string, number>>

/** The faults of one tab. */
export interface TabFaults {
  /** The tab's control. Its commands tell the guard which faults the test asks for. */
  readonly control: DemoControl
  /**
   * Call this before the tab opens a link: the faults in it are what the test asks for.
   *
   * @param link a URL or a query string.
   * @throws DemoLinkError if a value in the link is invalid.
   */
  opening(link: string): Promise<void>
}

/** Finds the faults that a test has asked for and that have affected no call. */
export interface FaultGuard {
  /**
   * Watches the faults of a tab.
   *
   * @param affectedCalls returns how many calls of this tab the faults have affected.
   */
  watch(control: DemoControl, affectedCalls: () => Promise<AffectedCalls>): TabFaults
  /** Returns a text for each fault that has affected no call until now, or until the test removed it. */
  unused(): Promise<string[]>
}

/** What a test can ask for: faults, its own answers, and calls that wait. */
type Kind = 'faults' | 'answers' | 'held'
const kinds: readonly Kind[] = ['faults', 'answers', 'held']

/** A call of an operation; null if no operation has the path. */
type CountedCall = Pick<RequestLogRecord, 'operation'>

/** A fault that a test has asked for; an answer or a hold counts as one. */
interface ExpectedFault {
  kind: Kind
  text: string
  /** How many calls a fault with this text must have affected before it is this one's turn. */
  affectedBefore: number
  /** How many calls there were before. */
  callsBefore: number
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
  exchanges: readonly CountedCall[],
  collect: () => Promise<void>,
): FaultGuard {
  const unused: string[] = []
  const tabs: ReturnType<typeof createTab>[] = []

  function createTab(readAffectedCalls: () => Promise<AffectedCalls>) {
    let affected: AffectedCalls = {}
    let expected: ExpectedFault[] = []
    /** The tab's faults after the last command, with those of its scenario. */
    let current: Readonly<Record<Kind, readonly string[]>> = { faults: [], answers: [], held: [] }

    const hasAffectedCall = ({ text, affectedBefore }: ExpectedFault) =>
      (affected[text] ?? 0) > affectedBefore

    function expect(kind: Kind, texts: readonly string[], isInLink: boolean): void {
      for (const text of texts) {
        const waiting = expected.filter((fault) => fault.text === text && !hasAffectedCall(fault))
        const affectedBefore = (affected[text] ?? 0) + waiting.length
        expected.push({ kind, text, affectedBefore, callsBefore: exchanges.length, isInLink })
      }
    }

    function drop(isDropped: (fault: ExpectedFault) => boolean = () => true): void {
      const missed = expected.filter((fault) => isDropped(fault) && !hasAffectedCall(fault))
      unused.push(...missed.map((fault) => describe(fault, exchanges)))
      expected = expected.filter((fault) => !isDropped(fault))
    }

    return {
      async refresh() {
        affected = await readAffectedCalls()
      },
      waiting: () => expected.filter((fault) => !hasAffectedCall(fault)),
      onReset: () => drop(({ isInLink }) => !isInLink),
      onImport: () => drop(),
      onOpen({ scenario, faults }: DemoLink) {
        if (scenario === undefined && faults === undefined) return
        drop()
        expect('faults', (faults ?? []).map(formatFault), true)
      },
      onSet(kind: Kind, texts: readonly string[]) {
        const before = current[kind]
        const isAddition = texts.length > before.length && startsWith(texts, before)
        if (!isAddition) drop((fault) => fault.kind === kind)
        expect(kind, isAddition ? texts.slice(before.length) : texts, false)
      },
      setCurrent(texts: Readonly<Record<Kind, readonly string[]>>) {
        current = texts
      },
    }
  }

  async function refreshAll(): Promise<void> {
    await collect()
    await Promise.all(tabs.map((tab) => tab.refresh()))
  }

  return {
    watch(control, affectedCalls) {
      const tab = createTab(affectedCalls)
      tabs.push(tab)
      let isOpen = false
      const watched = createRemoteControl(async (command, args) => {
        if (changesFaults(command, args)) await refreshAll()
        const result = await callCommand(control, command, args)
        const texts = isState(result) ? textsOf(result) : undefined
        if (command === 'reset') for (const one of tabs) one.onReset()
        if (command === 'import') tab.onImport()
        if (command === 'open') tab.onOpen(linkIn(String(args[0])))
        if (command === 'setView' && texts) {
          for (const kind of changedKinds(args)) tab.onSet(kind, texts[kind])
        }
        if (texts) tab.setCurrent(texts)
        return result
      })
      return {
        control: watched,
        async opening(url) {
          const link = linkIn(url)
          // Before the first link, no fault can have affected a call of this tab.
          if (isOpen) await refreshAll()
          isOpen = true
          tab.onOpen(link)
        },
      }
    },
    async unused() {
      await collect()
      // Tabs without such faults are not asked: a test may have left them without storage.
      const incomplete = tabs.filter((tab) => tab.waiting().length > 0)
      await Promise.all(incomplete.map((tab) => tab.refresh()))
      const waiting = tabs.flatMap((tab) => tab.waiting())
      return [...unused, ...waiting.map((fault) => describe(fault, exchanges))]
    },
  }
}

function changesFaults(command: string, args: readonly unknown[]): boolean {
  if (command === 'setView') return changedKinds(args).length > 0
  return ['reset', 'open', 'import'].includes(command)
}

function changedKinds([change]: readonly unknown[]): Kind[] {
  return kinds.filter((kind) => (change as ViewChange)[kind] !== undefined)
}

/** Returns the texts by which a tab counts the calls that each has affected. */
function textsOf({ faults, answers, held }: DemoState): Record<Kind, string[]> {
  return {
    faults: faults.map(formatFault),
    answers: answers.map(({ operation }) => `${operation}:answer`),
    held: held.map((operation) => `${operation}:hold`),
  }
}

function isState(result: unknown): result is DemoState {
  return typeof result === 'object' && result !== null && 'affectedCalls' in result
}

/** Parses the demo link in a URL or a query string. */
function linkIn(url: string): DemoLink {
  return parseLink(new URLSearchParams(url.replace(/^[^?]*\?/, '').replace(/#.*$/, '')))
}

function startsWith(list: readonly string[], start: readonly string[]): boolean {
  return start.every((text, place) => list[place] === text)
}

/** Describes a fault that has affected no call, with the calls since the test asked for it. */
function describe({ text, callsBefore }: ExpectedFault, exchanges: readonly CountedCall[]): string {
  const counts = new Map<string, number>()
  for (const { operation } of exchanges.slice(callsBefore)) {
    if (operation !== null) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  const list = [...counts].map(([operation, count]) => `${operation} (${count})`).join(', ')
  const since = list ? `The calls since then: ${list}.` : 'There was no call since then.'
  const isCalled = counts.has(text.split(':')[0] ?? '')
  const hint = isCalled
    ? ' The calls that the test sends itself do not count; of several faults, only the first that applies affects a call.'
    : ''
  return `${text} has affected no call. ${since}${hint}`
}
