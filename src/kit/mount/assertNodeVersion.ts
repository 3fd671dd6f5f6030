import { componentNodeVersions } from '../nodeVersions.ts'

/** @throws Error that names the Node versions for component tests, if MSW cannot run on this one. */
export function assertNodeVersion(): void {
  if ('withResolvers' in Promise) return
  throw new Error(
    `The kit for component tests needs Node ${componentNodeVersions}; this is Node ${process.versions.node}.`,
  )
}
