import { describe, expect, it, onTestFailed } from 'vitest'

import { mountWithBackend, openApp, startBackend } from '#src/kit/vitest.ts'

const list = '/settings/api-tokens'
const messages: string[] = []

/** Collects the errors of a test that fails after its last line. */
function collectErrors(): void {
  onTestFailed(({ task }) => {
    messages.push(...(task.result?.errors ?? []).map(({ message }) => message))
  })
}

describe('a test whose faults affect no call', () => {
  it.fails('fails', async () => {
    collectErrors()
    const { sees } = await openApp({ as: 'admin', at: list, faults: ['createToken:503@1'] })
    await sees.text('No API tokens yet')
  })

  it.fails('fails for a prepared answer and a waiting call too', async () => {
    collectErrors()
    const { demo } = await startBackend({ as: 'admin' })
    await demo.setView({ answers: [{ operation: 'listTags', status: 503 }], held: ['getTag'] })
  })

  it.fails('fails for a fault that the mount adds, or that it removes', async () => {
    collectErrors()
    await startBackend({ faults: ['listTags:500'] })
    await mountWithBackend({ render: () => null }, { faults: [] })
  })

  it('says which calls there were, and how to allow it', () => {
    const hint =
      "If the test expects this, allow it with an option of startBackend or the mount: allow: { 'unused-faults': /part of the text/ }."
    expect(messages).toEqual([
      expect.stringMatching(/^createToken:503@1 has affected no call\. .*listTokens \(1\)/),
      `listTags:answer has affected no call. There was no call since then.\ngetTag:hold has affected no call. There was no call since then.\n${hint}`,
      expect.stringMatching(/^listTags:500@always has affected no call\./),
    ])
  })
})

it.fails('a test that fails otherwise has only its own error', async () => {
  onTestFailed(({ task }) => expect(task.result?.errors).toHaveLength(1))
  await startBackend({ faults: ['listTags:500'] })
  throw new Error('Another error')
})

it('a test can allow faults without effect', async () => {
  await startBackend({ faults: ['listTags:500'], allow: { 'unused-faults': /listTags/ } })
  await mountWithBackend(
    { render: () => null },
    { faults: ['getTag:500'], allow: { 'unused-faults': true } },
  )
})

it('an allowance must exist', async () => {
  await expect(startBackend({ allow: { faults: true } as object })).rejects.toThrow(
    '"faults" is not a guard. Use one of: unused-faults, missing-pages.',
  )
})
