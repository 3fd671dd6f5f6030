/**
 * The first path segment of each page, below the base path. src/boot.ts finds the base path with them. A test checks that
 * they match the router.
 */
export const firstPathSegments = ['login', 'tickets', 'settings', 'help', 'apps', 'demo'] as const
