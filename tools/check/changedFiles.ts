import { execFileSync, spawnSync } from 'node:child_process'

import type { Changes } from './plan.ts'

/** Returns the commit to compare with: the merge base with the upstream branch, or HEAD if there is none. */
export function baseCommit(): string {
  const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', '@{upstream}'], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : 'HEAD'
}

/** Returns the changes since a commit: committed, staged and unstaged changes, and untracked files. */
export function changesSince(base: string): Changes {
  const existing = git('diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', base)
  const added = git('ls-files', '--others', '--exclude-standard', '-z')
  const deleted = git('diff', '--name-only', '-z', '--no-renames', '--diff-filter=D', base)
  return { changed: [...new Set([...existing, ...added])].toSorted(), deleted }
}

/** Returns the files of a folder that Git tracks or would add. */
export function filesIn(folder: string): string[] {
  return git('ls-files', '--cached', '--others', '--exclude-standard', '-z', folder)
}

function git(...args: string[]): string[] {
  return execFileSync('git', args, { encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '')
}
