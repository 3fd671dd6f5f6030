import { configure, getConfig } from '@testing-library/dom'
import { expect, it, onTestFinished } from 'vitest'

import { configureTimeout } from '#src/kit/mount/find.ts'
import { mountWithBackend } from '#src/kit/vitest.ts'

it('waits as long as the Playwright kit, unless a set-up file has chosen a time', () => {
  const { asyncUtilTimeout } = getConfig()
  onTestFinished(() => configure({ asyncUtilTimeout }))
  configure({ asyncUtilTimeout: 1_000 })
  configureTimeout()
  expect(getConfig().asyncUtilTimeout).toBe(5_000)
  configure({ asyncUtilTimeout: 2_000 })
  configureTimeout()
  expect(getConfig().asyncUtilTimeout).toBe(2_000)
})

it('says that there is no alert', async () => {
  const { asyncUtilTimeout } = getConfig()
  onTestFinished(() => configure({ asyncUtilTimeout }))
  const { sees } = await mountWithBackend({ render: () => null })
  configure({ asyncUtilTimeout: 100 })
  await expect(sees.alert()).rejects.toThrow(/^The page has no alert\./)
})
