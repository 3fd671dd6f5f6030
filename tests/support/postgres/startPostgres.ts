import type { TestProject } from 'vitest/node'

import { findPostgres } from '../../../tools/programs/postgres.mjs'
import { startPostgres } from '../../../tools/programs/startPostgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a PostgreSQL for the tests, as a superuser; undefined if none is installed. */
    postgresUrl: string | undefined
  }
}

/** Starts one PostgreSQL for all unit tests. */
export default async function startForUnitTests({ provide }: TestProject) {
  const program = findPostgres()
  if (program === undefined) return provide('postgresUrl', undefined)
  const { url, stop } = await startPostgres(program)
  provide('postgresUrl', url)
  return stop
}
