/** A program that the tests start: see tools/programs/programs.mjs. */
export interface Program {
  name: string
  variable: string
  needed: boolean
  find: () => string | undefined | Promise<string | undefined>
  packages: { apt?: readonly string[]; dnf?: readonly string[]; brew?: readonly string[] }
  without: string
}

/** The paths of the found programs, by environment variable, and the missing programs. */
export interface FoundPrograms {
  found: Readonly<Record<string, string>>
  missing: readonly Program[]
}

/** Finds every program. */
export function findPrograms(): Promise<FoundPrograms>
/** Installs programs. */
export function installPrograms(missing: readonly Program[]): Promise<void>
/** Describes each program in one line: its path, or what is skipped without it. */
export function describePrograms(programs: FoundPrograms): string
