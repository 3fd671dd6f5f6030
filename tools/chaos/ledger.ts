/** What the clients write. */
export type Kind = 'token' | 'tag' | 'order'

type Id = string | number

/** A record that the backend has. */
export interface StoredRecord {
  kind: Kind
  /** Unique among the records of a kind, and chosen by the client. */
  name: string
  id: Id
  /** What an update changes. */
  value: string
}

/**
 * Records that a change was acknowledged. If it is never called, nobody knows whether the backend has stored the change.
 *
 * @param id the id of the record in the answer.
 */
type Acknowledge = (id?: Id) => void

/** What is wrong with the records of the backend. */
interface Differences {
  lost: string[]
  doubled: string[]
}

/** Keeps what the backend has acknowledged, and what it may have stored without an answer. */
export interface Ledger {
  /** @param value the new value; null if the change deletes the record. */
  send: (kind: Kind, name: string, value: string | null) => Acknowledge
  /**
   * Compares the records of the backend with what it has acknowledged. From then on, the records that were read count as
   * acknowledged.
   */
  compare: (records: readonly StoredRecord[]) => Differences
  /** The number of acknowledged changes. */
  acknowledged: () => number
}

interface Entry {
  /** The values that the record may have; null if it may be missing. */
  possible: ReadonlySet<string | null>
  id?: Id
}

/** Creates an empty ledger. */
export function createLedger(): Ledger {
  const entries = new Map<string, Entry>()
  /** The name of the record that got an id, by kind and id. */
  const owners = new Map<string, string>()
  const reused: string[] = []
  let acknowledged = 0

  function own(kind: Kind, id: Id, label: string): void {
    const owner = owners.get(`${kind} ${id}`)
    if (owner !== undefined && owner !== label) reused.push(`${label} has the id of ${owner}`)
    owners.set(`${kind} ${id}`, label)
  }

  return {
    send(kind, name, value) {
      const label = `${kind} ${name}`
      const entry = entries.get(label) ?? { possible: new Set([null]) }
      entries.set(label, entry)
      entry.possible = new Set([...entry.possible, value])
      return (id) => {
        acknowledged += 1
        entry.possible = new Set([value])
        if (id === undefined) return
        own(kind, id, label)
        entry.id = id
      }
    },
    compare(records) {
      const differences: Differences = { lost: [], doubled: reused.splice(0) }
      const found = Map.groupBy(records, ({ kind, name }) => `${kind} ${name}`)
      for (const [label, { length }] of found) {
        if (length > 1) differences.doubled.push(`${label} is there ${length} times`)
        if (!entries.has(label)) differences.doubled.push(`${label} was never sent`)
      }
      for (const [label, entry] of entries) {
        const record = found.get(label)?.[0]
        const value = record?.value ?? null
        const hasOtherId = record && entry.id !== undefined && record.id !== entry.id
        if (!entry.possible.has(value) || hasOtherId) {
          const possible = [...entry.possible].map(String).join(' or ')
          differences.lost.push(`${label}: ${value ?? 'missing'} instead of ${possible}`)
        }
        entry.possible = new Set([value])
        if (record) entry.id = record.id
      }
      return differences
    },
    acknowledged: () => acknowledged,
  }
}
