import type { Router } from 'vue-router'

/** @throws Error that lists the addresses of the application, if it has no page at this one. */
export function assertAddress(router: Router, address: string): void {
  if (router.resolve(address).matched.at(-1)?.name !== 'not-found') return
  const known = router.getRoutes().filter(({ name }) => name !== 'not-found')
  const paths = [...new Set(known.map(({ path }) => path))].sort()
  throw new Error(
    `No page has the address ${address}. The addresses are: ${paths.join(', ')}. ` +
      "For a component of your own, add the option route, such as '/orders/:orderId'. " +
      "For the page that says that nothing was found, add allow: { 'missing-pages': true }.",
  )
}
