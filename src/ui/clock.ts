import { readonly, ref } from 'vue'

import { onServiceTime, serviceNow } from '#src/api/serviceTime.ts'

const tick = 15_000
const current = ref(serviceNow())

function update(): void {
  current.value = serviceNow()
}

setInterval(update, tick)
onServiceTime(update)

/** The service's time, for everything on a screen that depends on it. Moves by itself. */
export const now = readonly(current)
