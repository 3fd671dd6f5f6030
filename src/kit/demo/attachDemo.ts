import type { TestInfo } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** Attaches the demo of a failed test to its report, as a file that another demo can import and replay. */
export async function attachDemo(
  { control }: { control: DemoControl },
  testInfo: TestInfo,
): Promise<void> {
  try {
    const body = JSON.stringify(await control.export())
    await testInfo.attach('demo.json', { body, contentType: 'application/json' })
  } catch {
    // If the demo no longer responds, the test has already failed with another error.
  }
}
