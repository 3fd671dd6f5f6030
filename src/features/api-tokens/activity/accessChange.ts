import { accessLevelValues, featureValues, permissionValues } from '#src/api/generated/values.ts'

import { everyFeatureAt } from '../access.ts'
import type { AccessLevel, Feature, Permission, Permissions } from '../tokenApi.ts'

interface Access {
  level: AccessLevel
  permissions: Permissions
}

/** A feature's permission before and after. Where there was no access to compare with, before is undefined. */
export interface FeatureChange {
  feature: Feature
  before: Permission | undefined
  after: Permission
}

/**
 * Access as the activity has it: the level, and for Custom each feature that has any (`custom sales_orders=full_access`).
 * Undefined for what is none, or of a later version.
 */
export function readAccess(text: string | null): Access | undefined {
  const [levelText, ...given] = text?.split(' ') ?? []
  const level = accessLevelValues.find((value) => value === levelText)
  if (!level) return undefined
  if (level !== 'custom') return { level, permissions: everyFeatureAt(level) }
  const permissions = everyFeatureAt('no_access')
  for (const part of given) {
    const [name, value] = part.split('=')
    const feature = featureValues.find((candidate) => candidate === name)
    const permission = permissionValues.find((candidate) => candidate === value)
    if (feature && permission) permissions[feature] = permission
  }
  return { level, permissions }
}

/**
 * The features that differ, in the help article's order; of access that is just given by a Custom token, those that have any.
 */
export function featuresThatDiffer(before: Access | undefined, after: Access): FeatureChange[] {
  if (!before && after.level !== 'custom') return []
  return featureValues
    .map((feature) => ({
      feature,
      before: before?.permissions[feature],
      after: after.permissions[feature],
    }))
    .filter((change) => change.after !== (change.before ?? 'no_access'))
}
