import type { ClientBase } from 'pg'

export type Value = Buffer | string | number | null | readonly (Buffer | string | null)[]
export type Row = Readonly<Record<string, unknown>>

/** An error of a statement, apart from errors of the code that runs it. */
export class StatementError extends Error {}

/** Runs the statements of one transaction, one after the other. */
export interface Statements {
  /** Runs a statement that is prepared once for each connection. @throws StatementError */
  run(sql: string, ...values: Value[]): Promise<Row[]>
  /** Runs statements without parameters. @throws StatementError */
  exec(sql: string): Promise<Row[]>
  /** How the first statement failed. From then on, the transaction cannot go on. */
  failure(): StatementError | undefined
}

/** The names of prepared statements. Their number is bounded, because texts of statements contain no values. */
const names = new Map<string, string>()

function nameOf(sql: string): string {
  let name = names.get(sql)
  if (name === undefined) names.set(sql, (name = `s${names.size}`))
  return name
}

/** Creates the statements of a transaction. */
export function statementsOn(client: ClientBase): Statements {
  let last: Promise<unknown> = Promise.resolve()
  let failure: StatementError | undefined

  /** Lets a statement wait for the ones before it. If one fails, the others fail too, as in a database. */
  function enqueue(send: () => Promise<{ rows: Row[] }>): Promise<Row[]> {
    const result = last.then(async () => {
      if (failure) throw failure
      try {
        return (await send()).rows
      } catch (error) {
        failure = new StatementError('A statement failed', { cause: error })
        throw failure
      }
    })
    last = result.catch(() => undefined)
    return result
  }

  return {
    run: (sql, ...values) =>
      enqueue(() => client.query<Row>({ name: nameOf(sql), text: sql, values })),
    exec: (sql) => enqueue(() => client.query<Row>(sql)),
    failure: () => failure,
  }
}
