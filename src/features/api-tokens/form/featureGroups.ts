import { featureValues } from '#src/api/generated/values.ts'

import type { Feature } from '../token/tokenApi.ts'

/** The groups in which the form shows the features. Their texts are in src/locales/en/tokenForm.json. */
const groupNames = ['orders', 'conversations', 'organisation'] as const
export type FeatureGroup = (typeof groupNames)[number]

const groupOf: Readonly<Record<Feature, FeatureGroup>> = {
  sales_orders: 'orders',
  sales_orders_notes: 'orders',
  tickets: 'conversations',
  messages: 'conversations',
  users: 'organisation',
  tag_items: 'organisation',
  channels: 'organisation',
  templates: 'organisation',
  contacts: 'organisation',
  tag_groups_users: 'organisation',
  tag_groups: 'organisation',
}

/** All features by group, in the order of the help article. */
export const featureGroups = groupNames.map((name) => ({
  name,
  features: featureValues.filter((feature) => groupOf[feature] === name),
}))

/** The features that give an application names, addresses or email addresses of people. */
export const personalDataFeatures: ReadonlySet<Feature> = new Set(['users', 'contacts'])
