import type { RouteLocationRaw } from 'vue-router'

/** Something to choose in a menu: it goes to a place, or does something. */
export interface MenuAction {
  text: string
  icon: string
  danger?: boolean
  to?: RouteLocationRaw
  run?(): void
}
