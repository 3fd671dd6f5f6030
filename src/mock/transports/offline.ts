/** When the worker is asked to keep the files, in milliseconds after it has started: the page goes first. */
const notBefore = 1_000

/**
 * Lets the demo be opened without a network from now on: asks the worker (offlineWorker.ts) to keep the application's files,
 * once the page has nothing else to do.
 */
export function keepForOffline(): void {
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void askWorker())
    else void askWorker()
  }, notBefore)
}

async function askWorker(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('EDESK_KEEP_FILES')
}

/**
 * Keeps MSW from asking for a newer worker whenever it starts: it does not look at the outcome, so without a network the browser
 * would report an error that nobody has caught. The browser itself looks for a newer one whenever a page is opened.
 */
export function leaveUpdatesToBrowser(): void {
  ServiceWorkerRegistration.prototype.update = function () {
    return Promise.resolve(this)
  }
}
