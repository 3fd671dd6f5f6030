import { accessLevelValues, featureValues, permissionValues } from '#src/api/generated/values.ts'
import { uniformPermissions } from '#src/shared/access.ts'

import type { AccessLevel, Feature, Permissions } from '../token/tokenApi.ts'
import type { Access } from './templates.ts'

/** A URL query as the router parses it. A repeated parameter has an array with all its values. */
export type Query = Readonly<Record<string, string | null | readonly (string | null)[]>>

/** An invalid parameter, which is ignored. */
export type AccessProblem =
  | { kind: 'wrong-value'; parameter: string; value: string; allowed: readonly string[] }
  | { kind: 'without-custom'; parameter: Feature }

type Report = (problem: AccessProblem) => void

/** Returns the value of a parameter. Reports a value that is not allowed. */
export function readOneOf<Value extends string>(
  texts: ReadonlyMap<string, string>,
  parameter: string,
  allowed: readonly Value[],
  report: Report,
): Value | undefined {
  const text = texts.get(parameter)
  if (text === undefined) return undefined
  const value = allowed.find((candidate) => candidate === text)
  if (value === undefined) report({ kind: 'wrong-value', parameter, value: text, allowed })
  return value
}

/**
 * Reads the access of a URL: `level`, and for Custom features by name (`?level=custom&sales_orders=full_access`).
 *
 * @param base the access that the parameters change, such as that of a template.
 * @returns undefined if the parameters set no access.
 */
export function readAccess(
  texts: ReadonlyMap<string, string>,
  report: Report,
  base?: Access,
): { level: AccessLevel; permissions: Permissions } | undefined {
  const level = readOneOf(texts, 'level', accessLevelValues, report)
  const features = featureValues.filter((feature) => texts.has(feature))
  if ((level ?? base?.level) !== 'custom') {
    for (const parameter of features) report({ kind: 'without-custom', parameter })
    return level && { level, permissions: uniformPermissions('no_access') }
  }
  const chosen: Partial<Permissions> = {}
  for (const feature of features) {
    const permission = readOneOf(texts, feature, permissionValues, report)
    if (permission) chosen[feature] = permission
  }
  if (!level && Object.keys(chosen).length === 0) return undefined
  const permissions = { ...(base?.permissions ?? uniformPermissions('no_access')), ...chosen }
  return { level: 'custom', permissions }
}

/** Returns the URL parameters for an access. */
export function accessQuery({ level, permissions }: Access): Record<string, string | undefined> {
  const granted = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  const features = level === 'custom' ? granted : []
  return {
    level,
    ...Object.fromEntries(features.map((feature) => [feature, permissions[feature]])),
  }
}
