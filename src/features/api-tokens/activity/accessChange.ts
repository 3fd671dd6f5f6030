import { accessLevelValues, featureValues, permissionValues } from '#src/api/generated/values.ts'
import { uniformPermissions } from '#src/shared/access.ts'

import type { AccessLevel, Feature, Permission, Permissions } from '../token/tokenApi.ts'

interface Access {
  level: AccessLevel
  permissions: Permissions
}

/** A feature's permission before and after a change. `before` is undefined if there was no access before. */
export interface FeatureChange {
  feature: Feature
  before: Permission | undefined
  after: Permission
}

/**
 * Parses access as the activity stores it: the level and, for Custom, each feature that the token may use (`custom
 * sales_orders=full_access`). Undefined for null, and for levels that a later version may have added.
 */
export function parseAccess(text: string | null): Access | undefined {
  const [levelText, ...parts] = text?.split(' ') ?? []
  const level = accessLevelValues.find((value) => value === levelText)
  if (!level) return undefined
  if (level !== 'custom') return { level, permissions: uniformPermissions(level) }
  const permissions = uniformPermissions('no_access')
  for (const part of parts) {
    const [name, value] = part.split('=')
    const feature = featureValues.find((candidate) => candidate === name)
    const permission = permissionValues.find((candidate) => candidate === value)
    if (feature && permission) permissions[feature] = permission
  }
  return { level, permissions }
}

/**
 * Returns the features that differ, in the order of the help article. If there was no access before, returns the features that
 * a Custom token may use, and none for other levels.
 */
export function changedFeatures(before: Access | undefined, after: Access): FeatureChange[] {
  if (!before && after.level !== 'custom') return []
  return featureValues
    .map((feature) => ({
      feature,
      before: before?.permissions[feature],
      after: after.permissions[feature],
    }))
    .filter((change) => change.after !== (change.before ?? 'no_access'))
}
