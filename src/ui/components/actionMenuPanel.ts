import { deferPart } from './deferredPart.ts'

/** The open menu of all action menus. Most pages are shown and read without one. */
export const actionMenuPanel = deferPart(() => import('./ActionMenuPanel.vue'))
