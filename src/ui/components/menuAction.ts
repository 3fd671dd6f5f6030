import type { RouteLocationRaw } from 'vue-router'

/** A menu item: it navigates to a route, or runs a function. */
export interface MenuAction {
  text: string
  icon: string
  danger?: boolean
  /** Makes the item one of several choices, and tells whether it is the current one. */
  checked?: boolean
  to?: RouteLocationRaw
  run?(): void
}
