import { readonly, ref } from 'vue'

const tick = 15_000
const current = ref(new Date())

setInterval(() => (current.value = new Date()), tick)

/** The time, for everything on a screen that depends on it. Moves by itself. */
export const now = readonly(current)
