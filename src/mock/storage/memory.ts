import {
  indexes,
  type IndexName,
  type Storage,
  type Stretch,
  type TableName,
  type Tables,
  type Writer,
} from './storage.ts'

type Table<Name extends TableName> = Map<string, Tables[Name]>
type State = { [Name in TableName]: Table<Name> }
type AnyRecord = Record<string, unknown> & { id: string }

/** Storage that lasts as long as the page or the process: for tests, and for a host without a file. */
export function createMemoryStorage(): Storage & { dump(): unknown } {
  let state = emptyState()
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, each on a copy that takes the state's place only if the work succeeds. */
  function inTurn<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    const result = last.then(async () => {
      const copy = copyOf(state)
      const value = await work(writerOn(copy))
      state = copy
      return value
    })
    last = result.catch(() => undefined)
    return result
  }

  return {
    read: (work) => inTurn(work),
    change: (work) => inTurn(work),
    dump: () =>
      Object.fromEntries(Object.entries(state).map(([name, table]) => [name, [...table.values()]])),
  }
}

function emptyState(): State {
  return Object.fromEntries(Object.keys(indexes).map((name) => [name, new Map()])) as State
}

function copyOf(state: State): State {
  const entries = Object.entries(state).map(([name, table]) => [
    name,
    new Map<string, unknown>(table),
  ])
  return Object.fromEntries(entries) as State
}

function writerOn(state: State): Writer {
  function found<Name extends TableName>(
    table: Name,
    index: IndexName<Name>,
    equals: readonly string[],
  ): Tables[Name][] {
    const fields = fieldsOf(table, index)
    const records = [...(state[table] as Table<Name>).values()]
    return records
      .filter((record) =>
        equals.every((value, position) => valueOf(record, fields[position]) === value),
      )
      .sort((one, other) => compare(one, other, fields))
  }

  return {
    async get(table, id) {
      return structuredClone((state[table] as Table<typeof table>).get(id))
    },
    async list(table, index, { equals, direction, offset = 0, limit }: Stretch) {
      const all = found(table, index, equals)
      if (direction === 'descending') all.reverse()
      return structuredClone(all.slice(offset, limit === undefined ? undefined : offset + limit))
    },
    async count(table, index, equals) {
      return found(table, index, equals).length
    },
    async put(table, record) {
      refuseDuplicates(state, table, record)
      ;(state[table] as Table<typeof table>).set(record.id, structuredClone(record))
    },
    async delete(table, id) {
      state[table].delete(id)
    },
  }
}

/** As a database does: the last line of defence behind the rules, which look first. */
function refuseDuplicates<Name extends TableName>(
  state: State,
  table: Name,
  record: Tables[Name],
): void {
  for (const { fields, unique } of Object.values(indexes[table]) as {
    fields: readonly string[]
    unique: boolean
  }[]) {
    if (!unique) continue
    for (const other of state[table].values()) {
      const same = fields.every((field) => valueOf(other, field) === valueOf(record, field))
      if (same && other.id !== record.id) {
        throw new DOMException(`Not unique in ${table}: ${fields.join(', ')}`, 'ConstraintError')
      }
    }
  }
}

function fieldsOf(table: TableName, index: string): readonly string[] {
  return (indexes[table] as Record<string, { fields: readonly string[] }>)[index]?.fields ?? []
}

function valueOf(record: unknown, field: string | undefined): unknown {
  return (record as AnyRecord)[field ?? 'id']
}

function compare(one: unknown, other: unknown, fields: readonly string[]): number {
  for (const field of fields) {
    const a = String(valueOf(one, field))
    const b = String(valueOf(other, field))
    if (a !== b) return a < b ? -1 : 1
  }
  return 0
}
