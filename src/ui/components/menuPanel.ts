import { shallowRef } from 'vue'

import type ActionMenuPanel from './ActionMenuPanel.vue'

/** The component of an open menu. Undefined until it has loaded. Most pages are shown and read without one. */
export const menuPanel = shallowRef<typeof ActionMenuPanel>()

let loading: Promise<void> | undefined

/** Loads the component of an open menu. Rejects if its files do not load; the next call tries again. */
export async function loadMenuPanel(): Promise<void> {
  loading ??= load()
  try {
    await loading
  } catch (error) {
    loading = undefined
    throw error
  }
}

async function load(): Promise<void> {
  menuPanel.value = (await import('./ActionMenuPanel.vue')).default
}
