import type { Page } from '@playwright/test'

/** A stub of a page, for page objects that only create locators: every property and every call returns the stub itself. */
export const pageStub = new Proxy(() => undefined, {
  // Without `then`, so that a test can await it.
  get: (_self, name) => (name === 'then' ? undefined : pageStub),
  apply: (): unknown => pageStub,
}) as unknown as Page
