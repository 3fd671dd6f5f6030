// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.

export const problemTypeValues = [
  '/problems/malformed-request',
  '/problems/invalid-fields',
  '/problems/not-logged-in',
  '/problems/wrong-credentials',
  '/problems/admin-required',
  '/problems/plan-required',
  '/problems/foreign-origin',
  '/problems/not-found',
  '/problems/method-not-allowed',
  '/problems/idempotency-key-reused',
  '/problems/request-answered',
  '/problems/version-missing',
  '/problems/version-changed',
  '/problems/storage-full',
  '/problems/storage-unavailable',
  '/problems/storage-newer',
  '/problems/internal',
] as const

export const fieldErrorCodeValues = [
  'required',
  'too-long',
  'control-characters',
  'taken',
  'unknown-property',
  'wrong-type',
  'not-allowed',
] as const

export const roleValues = ['admin', 'agent'] as const

export const planValues = ['starter', 'professional', 'enterprise'] as const

export const accessLevelValues = ['read_only', 'full_access', 'custom'] as const

export const permissionValues = ['full_access', 'read_only', 'no_access'] as const

export const featureValues = [
  'sales_orders',
  'sales_orders_notes',
  'tickets',
  'messages',
  'users',
  'tag_items',
  'channels',
  'templates',
  'contacts',
  'tag_groups_users',
  'tag_groups',
] as const

export const tokenSortValues = ['name', '-name', 'createdAt', '-createdAt'] as const

export const accessRequestStatusValues = ['waiting', 'granted', 'declined'] as const

export const ticketViewStatusValues = ['open', 'pending', 'closed'] as const

/** The most characters that a text may have, counted as people count them (grapheme clusters). */

export const characterLimits = { TokenName: 80, TokenDescription: 500 } as const
