import { nextTick } from 'vue'
import { isNavigationFailure, NavigationFailureType, type Router } from 'vue-router'

/**
 * Navigates as a link would, and waits until the page is rendered.
 *
 * @throws Error if the page could not be loaded or the user stayed on the current page.
 */
export async function goTo(router: Router, path: string): Promise<void> {
  const failure = await router.push(path)
  if (failure && !isNavigationFailure(failure, NavigationFailureType.duplicated)) {
    const { fullPath } = router.currentRoute.value
    throw new Error(`${path} was not shown: the user is still on ${fullPath}.`, { cause: failure })
  }
  await nextTick()
}
