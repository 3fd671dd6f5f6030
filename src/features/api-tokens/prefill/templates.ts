import { uniformPermissions } from '#src/shared/access.ts'

import type { AccessLevel, Permissions } from '../token/tokenApi.ts'

/** The kinds of application that the form has templates for. Their texts are in src/locales/en/prefill.json. */
export const templateNames = ['shipping', 'analytics', 'chatbot', 'accounting', 'backup'] as const
export type TemplateName = (typeof templateNames)[number]

/** What an application may do. The permissions count only for Custom. */
export interface Access {
  level: AccessLevel | undefined
  permissions: Permissions
}

const accessByTemplate: Readonly<Record<TemplateName, 'read_only' | Partial<Permissions>>> = {
  shipping: { sales_orders: 'full_access' },
  analytics: {
    tickets: 'read_only',
    messages: 'read_only',
    tag_items: 'read_only',
    channels: 'read_only',
  },
  chatbot: { tickets: 'full_access', messages: 'full_access', contacts: 'read_only' },
  accounting: { sales_orders: 'read_only', contacts: 'read_only' },
  backup: 'read_only',
}

/** Returns the least access that an application of this kind needs. */
export function accessOf(template: TemplateName): Access {
  const access = accessByTemplate[template]
  return access === 'read_only'
    ? { level: 'read_only', permissions: uniformPermissions('no_access') }
    : { level: 'custom', permissions: { ...uniformPermissions('no_access'), ...access } }
}

/** Whether two access settings grant the same. */
export function sameAccess(one: Access, other: Access): boolean {
  if (one.level !== other.level) return false
  const features = Object.keys(one.permissions) as (keyof Permissions)[]
  return (
    one.level !== 'custom' ||
    features.every((feature) => one.permissions[feature] === other.permissions[feature])
  )
}
