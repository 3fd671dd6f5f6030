import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import { takeKeyFromUrl } from '#src/ui/lib/keyFromUrl.ts'
import { businessNow } from '#src/ui/lib/businessTime.ts'

import { allowedLastDays } from '../form/expiry.ts'
import { type PrefillLink, parsePrefillLink } from './parsePrefillLink.ts'

/** Reads the link that opened the form. Removes parameters from the URL that may contain a secret. */
export function usePrefillLink(): PrefillLink {
  const route = useRoute()
  const router = useRouter()
  const link = parsePrefillLink(
    route.query,
    allowedLastDays(businessNow.value),
    takeKeyFromUrl()?.parameters,
  )

  onMounted(async () => {
    const rest = Object.entries(route.query).filter(([name]) => !link.secrets.includes(name))
    if (rest.length === Object.keys(route.query).length) return
    await router.replace({ query: Object.fromEntries(rest) })
  })

  return link
}
