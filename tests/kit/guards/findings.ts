/** What is watched in every test, by the name under which it can be allowed. */
export const guardNames = [
  'console',
  'page-errors',
  'policy',
  'other-hosts',
  'contract',
  'keys',
] as const
export type GuardName = (typeof guardNames)[number]

/** Findings that are meant, by guard: all of them, or those whose text a pattern fits. */
export type Allowed = Partial<Record<GuardName, true | RegExp>>

/** What a guard has found. */
export interface Finding {
  guard: GuardName
  text: string
}

export function isAllowed({ guard, text }: Finding, allowed: readonly Allowed[]): boolean {
  return allowed.some(({ [guard]: pattern }) => {
    if (pattern === undefined) return false
    return pattern === true || new RegExp(pattern.source, pattern.flags).test(text)
  })
}

/** Says what was found, and how to allow what is meant. */
export function tellFindings(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.map(({ guard, text }) => `  ${guard}: ${text}`))]
  const guard = findings[0]?.guard ?? 'console'
  return [
    `The guards have found what no test may have (${lines.length}):`,
    ...lines,
    `Where one is what the test is about: guards.allow('${guard}', /part of its text/), or test.use({ allow: { '${guard}': true } }).`,
    ...(lines.some((line) => line.includes('status of'))
      ? ['Where a refusal is what the test is about: guards.allowStatuses(403).']
      : []),
  ].join('\n')
}
