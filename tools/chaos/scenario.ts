/** What a run of a scenario has found. */
export interface Findings {
  /** The number of changes that the host has acknowledged. */
  acknowledged: number
  /** The number of requests, or of starts, that were refused with an explanation. */
  refusedInWords: number
  lost: readonly string[]
  doubled: readonly string[]
  /** Anything else that is wrong, such as an answer that no chaos explains, or damage that was not noticed. */
  faults: readonly string[]
}

/** What a scenario may use. */
export interface Chaos {
  /** An empty folder, which is deleted afterwards. */
  folder: string
  /** Where hosts keep their compiled code. */
  compileCache: string
  rounds: number
  /** Returns a number from 0 to 1. With the same seed, the numbers are the same. */
  random: () => number
  /** Prints what has happened in a round. */
  report: (round: number, text: string) => void
  /** What is wrong, for `Findings`. */
  faults: string[]
  /** Reads the findings so far, in case that an error ends the scenario. */
  keepFindings: (read: () => Findings) => void
  /** Runs this at the end, also if the process ends early. The last one comes first. */
  atEnd: (cleanUp: () => void) => void
}

/** A kind of chaos. */
export interface Scenario {
  /** What it does, in one short sentence. */
  help: string
  /** How many rounds `npm run chaos` runs. */
  rounds: number
  /** Why this machine cannot run it; undefined if it can. */
  unavailable?: () => string | undefined
  run: (chaos: Chaos) => Promise<Findings>
}

/** Returns a whole number between two others, inclusive. */
export function between(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}
