/**
 * The first path segment of each page, below the base path. src/boot.ts finds the base path with them. A test checks that
 * they match the router.
 */
export const firstPathSegments = ['login', 'tickets', 'settings', 'help', 'apps', 'demo'] as const

/** The path of the token list, below the base path. A test checks that it matches the router. */
export const tokenListPath = 'settings/api-tokens'
