/**
 * What the path of a page begins with, below the folder that the application is served from. src/boot.ts tells by them where
 * that folder is; a test holds them and the router together.
 */
export const pageWords = ['login', 'tickets', 'settings', 'help', 'apps', 'demo'] as const
