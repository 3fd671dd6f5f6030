import { expect, it, onTestFinished } from 'vitest'

import { assertNodeVersion } from '#src/kit/mount/assertNodeVersion.ts'
import { componentNodeVersions } from '#src/kit/nodeVersions.ts'

it('the kit for component tests names the Node versions that it needs, in an older one', () => {
  expect(assertNodeVersion).not.toThrow()
  const method = Object.getOwnPropertyDescriptor(Promise, 'withResolvers') ?? {}
  onTestFinished(() => void Object.defineProperty(Promise, 'withResolvers', method))
  Reflect.deleteProperty(Promise, 'withResolvers')
  expect(assertNodeVersion).toThrow(`needs Node ${componentNodeVersions}; this is Node `)
})
