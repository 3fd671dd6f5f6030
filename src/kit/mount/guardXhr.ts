const events = ['readystatechange', 'abort', 'error', 'load', 'timeout', 'loadend'] as const

/**
 * Guards the requests of libraries that use XMLHttpRequest, such as Axios: no event comes after the end of the test.
 *
 * @param whenSent returns what a request belongs to: a test, whose signal is aborted at its end; a test that has ended (`late`);
 *   or another origin.
 */
export function guardXhr(
  prototype: XMLHttpRequest,
  whenSent: (url: string | URL) => AbortSignal | 'late' | 'other',
): void {
  const open = Reflect.get(prototype, 'open') as (...args: unknown[]) => void
  const send = Reflect.get(prototype, 'send') as (...args: unknown[]) => void
  const urls = new WeakMap<XMLHttpRequest, string | URL>()
  const ended = new WeakSet<XMLHttpRequest>()

  function silence(this: XMLHttpRequest, event: Event): void {
    if (ended.has(this)) event.stopImmediatePropagation()
  }

  prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    urls.set(this, args[1] as string | URL)
    // The first listeners, so that they can stop the event before those of the library.
    for (const name of events) this.addEventListener(name, silence)
    Reflect.apply(open, this, args)
  }
  prototype.send = function (this: XMLHttpRequest, body) {
    const owner = whenSent(urls.get(this) ?? '')
    if (owner === 'late') return
    if (owner !== 'other') {
      const end = () => {
        ended.add(this)
        this.abort()
      }
      owner.addEventListener('abort', end)
      this.addEventListener('loadend', () => owner.removeEventListener('abort', end))
    }
    Reflect.apply(send, this, [body])
  }
}
