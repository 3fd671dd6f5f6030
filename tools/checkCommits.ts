/**
 * `npm run check:commits [-- <range>]`: checks the subjects of commits, except merges (tools/check/commitSubjects.ts). By default
 * it checks the commits that the upstream branch does not have, or `origin/main` if the branch has no upstream.
 */
import { spawnSync } from 'node:child_process'

import { subjectProblems } from './check/commitSubjects.ts'

const range = process.argv[2] ?? defaultRange()
if (range === undefined) {
  console.log('There is no upstream branch and no origin/main to compare with: nothing to check.')
  console.log('To check a range of commits: npm run check:commits -- main..HEAD')
} else {
  const commits = commitsIn(range)
  const offenders = commits.filter(({ problems }) => problems.length > 0)
  for (const { hash, subject, problems } of offenders) {
    console.error(`✗ ${hash} ${subject}`)
    for (const problem of problems) console.error(`    ${problem}`)
  }
  console.log(`${range}: ${commits.length} commits checked, ${offenders.length} with a problem.`)
  process.exitCode = offenders.length > 0 ? 1 : 0
}

function defaultRange(): string | undefined {
  const base = ['@{upstream}', 'origin/main'].find(isRevision)
  return base === undefined ? undefined : `${base}..HEAD`
}

function isRevision(name: string): boolean {
  return spawnSync('git', ['rev-parse', '--verify', '--quiet', name]).status === 0
}

function commitsIn(commitRange: string): { hash: string; subject: string; problems: string[] }[] {
  const { status, stdout, error } = spawnSync(
    'git',
    ['log', '--no-merges', '--format=%h%x09%s', commitRange, '--'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) {
    console.error(`✗ The commits of ${commitRange} could not be read. ${error?.message ?? ''}`)
    process.exit(1)
  }
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const [hash = '', ...rest] = line.split('\t')
    const subject = rest.join('\t')
    return { hash, subject, problems: subjectProblems(subject) }
  })
}
