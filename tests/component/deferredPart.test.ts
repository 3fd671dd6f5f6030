import { describe, expect, it, vi } from 'vitest'

import '#src/locales/all.ts'
import { deferPart } from '#src/ui/components/deferredPart.ts'
import { toastMessage } from '#src/ui/lib/toast.ts'

import { eventually } from '../support/eventually.ts'

const dialog = { template: '<p>Delete it?</p>' }

describe('a deferred part', () => {
  it('has its component once it has loaded, and imports it only once', async () => {
    const load = vi.fn(() => Promise.resolve({ default: dialog }))
    const part = deferPart(load)
    expect(part.component.value).toBeUndefined()
    expect(await part.show()).toBe(true)
    expect(part.component.value).toBe(dialog)
    await part.load()
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('says so if its files do not load, and tries again', async () => {
    const load = vi.fn(() => Promise.resolve({ default: dialog }))
    load.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const part = deferPart(load)
    expect(await part.show()).toBe(false)
    await eventually(() => expect(toastMessage.value).toMatch(/could not be loaded/))
    expect(await part.show()).toBe(true)
  })
})
