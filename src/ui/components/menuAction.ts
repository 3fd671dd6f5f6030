import type { RouteLocationRaw } from 'vue-router'

/** A menu item: it navigates to a route, or runs a function. */
export interface MenuAction {
  text: string
  icon: string
  danger?: boolean
  to?: RouteLocationRaw
  run?(): void
}
