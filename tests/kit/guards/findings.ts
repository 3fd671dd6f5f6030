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

/** Allows a guard's findings: all of them, or those that a pattern fits. */
export type Allowance = GuardName | readonly [GuardName, RegExp]

/** What a guard has found. */
export interface Finding {
  guard: GuardName
  text: string
}

export function isAllowed(finding: Finding, allowances: readonly Allowance[]): boolean {
  return allowances.some((allowance) => {
    if (typeof allowance === 'string') return allowance === finding.guard
    const [guard, pattern] = allowance
    return guard === finding.guard && new RegExp(pattern.source, pattern.flags).test(finding.text)
  })
}

/** Says what was found, and how to allow what is meant. */
export function tellFindings(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.map(({ guard, text }) => `  ${guard}: ${text}`))]
  const guard = findings[0]?.guard ?? 'console'
  return [
    `The guards have found what no test may have (${lines.length}):`,
    ...lines,
    `Where one is what the test is about: guards.allow('${guard}', /part of its text/), or test.use({ allow: ['${guard}'] }).`,
    ...(lines.some((line) => line.includes('status of'))
      ? ['Where a refusal is what the test is about: guards.allowStatuses(403).']
      : []),
  ].join('\n')
}
