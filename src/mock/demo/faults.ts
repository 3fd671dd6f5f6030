/** Something that goes wrong on purpose: with which calls, how, and when. It is data, so that a link can carry it. */
export interface Fault {
  /** An operation of the contract, of the management or the public API, or `*` for every one. */
  operation: string
  what: FaultKind
  when: FaultTime
}

/**
 * What goes wrong: an HTTP status is answered without the call being carried out; `lost` never arrives; `lost-after-commit` and
 * `rubbish` are carried out, and the answer is lost or unreadable; `never` is not answered; a late one is, after so many
 * milliseconds; `overtaken`: another Admin changes the token right before; `session-ends`: right before, nobody is logged in
 * any more.
 */
export type FaultKind =
  | number
  | 'lost'
  | 'lost-after-commit'
  | 'rubbish'
  | 'never'
  | { late: number }
  | 'overtaken'
  | 'session-ends'

/** The first, second … call; every so many; with a chance in percent, drawn from the world's seed; or every one. */
export type FaultTime = { nth: number } | { every: number } | { chance: number } | 'always'
