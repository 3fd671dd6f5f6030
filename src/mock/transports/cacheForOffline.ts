/** Delay after the page has loaded, because people often open the next page at once. */
const startDelayMs = 1_000

/**
 * Makes the demo available offline: asks the service worker (offlineWorker.ts) to cache the application's files when the page is
 * idle.
 */
export function cacheForOffline(): void {
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void requestCaching())
    else void requestCaching()
    followLanguage()
  }, startDelayMs)
}

/** Requests it again when the user chooses another language, whose words are files of their own. */
function followLanguage(): void {
  const observer = new MutationObserver(() => void requestCaching())
  observer.observe(document.documentElement, { attributeFilter: ['lang'] })
}

async function requestCaching(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(`EDESK_KEEP_FILES ${document.documentElement.lang}`)
}
