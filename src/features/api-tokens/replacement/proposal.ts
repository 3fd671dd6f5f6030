import type { AccessLevel, Permissions } from '../tokenApi.ts'

/** What an address proposes for a replacement. */
export interface Proposal {
  access: { level: AccessLevel; permissions: Permissions } | undefined
  /** Somebody has the old key who should not. */
  leaked: boolean
}
