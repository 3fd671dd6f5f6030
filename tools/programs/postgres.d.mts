/** Finds a PostgreSQL. */
export function findPostgres(): string | undefined
