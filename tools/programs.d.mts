/** A program that tests start: see tools/programs.mjs. */
export interface Program {
  name: string
  variable: string
  needed: boolean
  find: () => string | undefined | Promise<string | undefined>
  packages: { apt?: readonly string[]; dnf?: readonly string[]; brew?: readonly string[] }
  without: string
}

/** The paths of the programs, by their environment variables, and the programs that are not there. */
export interface FoundPrograms {
  found: Readonly<Record<string, string>>
  missing: readonly Program[]
}

/** Looks for every program. */
export function findPrograms(): Promise<FoundPrograms>
/** Installs programs. */
export function installPrograms(missing: readonly Program[]): Promise<void>
/** Says where the programs are, and what their absence means. */
export function tellPrograms(programs: FoundPrograms): string
