import type { AnswerCounts } from './api.ts'
import type { Ledger } from './ledger.ts'

/** Sends a change. Resolves to whether there was an answer. */
export type Attempt = () => Promise<boolean>

/** Writes records of its own. Once a change of a record got no answer, it leaves this record alone. */
export interface Writer {
  /** Returns an attempt that can be repeated until there is an answer: it creates one record. */
  creation: () => Attempt
  /** Returns undefined if it has no record. */
  change: () => Attempt | undefined
  deletion: () => Attempt | undefined
}

/** What the writers of a client share. */
export interface WriterContext {
  ledger: Ledger
  counts: AnswerCounts
  random: () => number
  nextName: () => string
}

/** Takes a random item out of a list; undefined if it is empty. */
export function take<Item>(items: Item[], random: () => number): Item | undefined {
  return items.splice(Math.floor(random() * items.length), 1)[0]
}
