import { assertOneOf } from '../assertOneOf.ts'

/** The guards that watch every test. A test can allow the findings of a guard by its name. */
export const guardNames = [
  'console',
  'page-errors',
  'policy',
  'other-hosts',
  'contract',
  'keys',
  'unused-faults',
  'tools',
] as const
export type GuardName = (typeof guardNames)[number]

/** The allowed findings of each guard: all of them, or those whose text matches a pattern. */
export type Allowed = Partial<Record<GuardName, true | RegExp>>

/** A violation that a guard has found. */
export interface Finding {
  guard: GuardName
  text: string
}

/**
 * Checks allowances, which TypeScript may not have checked.
 *
 * @param guards the names of all guards.
 * @throws Error if a guard does not exist, or a pattern is not valid.
 */
export function checkAllowed<Allowances extends object>(
  allowed: Allowances,
  guards: readonly string[] = guardNames,
): Allowances {
  for (const [guard, pattern] of Object.entries(allowed as Record<string, unknown>)) {
    assertOneOf('a guard', guard, guards)
    if (pattern === true || pattern instanceof RegExp) continue
    throw new Error(
      `Allow findings of "${guard}" by true, or by a regular expression that matches.`,
    )
  }
  return allowed
}

/** Returns whether one of the allowances covers a finding. */
export function isAllowed<Guard extends string>(
  { guard, text }: { guard: Guard; text: string },
  allowed: readonly Partial<Record<Guard, true | RegExp>>[],
): boolean {
  return allowed.some(({ [guard]: pattern }) => {
    if (pattern === undefined) return false
    return pattern === true || new RegExp(pattern.source, pattern.flags).test(text)
  })
}

/** Returns an error message that lists the findings and explains how to allow them. */
export function formatFindings(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.map(({ guard, text }) => `  ${guard}: ${text}`))]
  const guard = findings[0]?.guard ?? 'console'
  return [
    `The guards found violations (${lines.length}):`,
    ...lines,
    `If the test expects a finding, allow it: guards.allow('${guard}', /part of its text/), or test.use({ allow: { '${guard}': true } }).`,
    ...hintsFor(findings),
  ].join('\n')
}

/** Returns what else to do about the findings. */
function hintsFor(findings: readonly Finding[]): string[] {
  const statuses = new Set(findings.flatMap(({ text }) => /status of (\d+)/.exec(text)?.[1] ?? []))
  const hosts = findings.filter(({ guard }) => guard === 'other-hosts')
  const origins = new Set(hosts.map(({ text }) => `'${new URL(text).origin}'`))
  const allowed = [...statuses].join(', ')
  const named = [...origins].join(', ')
  return [
    ...(statuses.size > 0
      ? [`If the test expects an error status, allow it: guards.allowStatuses(${allowed}).`]
      : []),
    ...(origins.size > 0
      ? [`If it is your own application, name its origin: test.use({ ownOrigins: [${named}] }).`]
      : []),
  ]
}
