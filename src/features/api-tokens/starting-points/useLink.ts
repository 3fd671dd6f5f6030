import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { daysFor } from '../expiry.ts'
import { here } from '../here.ts'
import { type LinkReading, readLink } from './readLink.ts'

/** Reads the link that opened the form. Removes parameters from the URL that may contain a secret. */
export function useLink(): LinkReading {
  const route = useRoute()
  const router = useRouter()
  const link = readLink(route.query, daysFor(here.value))

  onMounted(async () => {
    if (link.secrets.length === 0) return
    const rest = Object.entries(route.query).filter(([name]) => !link.secrets.includes(name))
    await router.replace({ query: Object.fromEntries(rest) })
  })

  return link
}
