import type { Token } from '../token/tokenApi.ts'

/** What an Admin can edit of a token. */
export type EditableFields = Pick<Token, 'name' | 'description' | 'allowedAddresses'>
