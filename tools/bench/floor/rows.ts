export interface Row {
  id: number
  name: string
  access: string
  lastUsed: string
  created: string
}

/** As many rows as the product's list shows on one page. */
export const rows: readonly Row[] = Array.from({ length: 25 }, (_, position) => ({
  id: position,
  name: `Application ${position + 1}`,
  access: position % 3 === 0 ? 'Full Access' : 'Read-only',
  lastUsed: 'Never',
  created: '24 November 2026',
}))
