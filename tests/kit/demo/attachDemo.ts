import type { TestInfo } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** Puts a failed test's demo into its report: a file that can be imported and done again elsewhere. */
export async function attachDemo(
  { control }: { control: DemoControl },
  testInfo: TestInfo,
): Promise<void> {
  try {
    const body = JSON.stringify(await control.export())
    await testInfo.attach('demo.json', { body, contentType: 'application/json' })
  } catch {
    // A demo that cannot answer any more has failed the test in other words.
  }
}
