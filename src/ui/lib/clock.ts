import { readonly, ref } from 'vue'

import { onServiceTime, serviceNow } from '#src/api/serviceTime.ts'

const updateIntervalMs = 15_000
const current = ref(serviceNow())

function update(): void {
  current.value = serviceNow()
}

setInterval(update, updateIntervalMs)
onServiceTime(update)

/** The service's current time. Updates every 15 seconds, and when a response tells a new service time. */
export const now = readonly(current)
