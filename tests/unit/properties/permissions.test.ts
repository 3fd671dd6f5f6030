import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { permissionValues } from '#src/api/generated/values.ts'

import { propertyTest, requestRuns } from '../../support/propertyTest.ts'
import { helpdeskData } from '../../support/helpdesk.ts'
import { publicRoutes } from '../../support/contract/routes.ts'
import { anyPermissions, requiredFeature, isAllowed, permissionsWith } from './access.ts'
import { matchOf } from './responses.ts'
import { startApi } from './api.ts'
import { anyRequest, validRequest, goodRequestTo } from './requests.ts'

const levels = ['read_only', 'full_access'] as const
const names = { full_access: 'Full Access', read_only: 'Read Only', no_access: 'No Access' }

const cells = publicRoutes.flatMap((route) =>
  permissionValues.map((given) => {
    const reads = route.method === 'GET'
    const passes = given === 'full_access' || (reads && given === 'read_only')
    const feature = requiredFeature(route.path)
    const outcome = passes || !feature ? 'passes' : 'is refused'
    return { route, given, feature, outcome, level: names[given], operation: route.operationId }
  }),
)

describe('the permissions of a token', propertyTest, () => {
  it.each(cells)('$operation with $level to its feature alone $outcome', async (cell) => {
    const { route, given, feature, outcome } = cell
    await fc.assert(
      fc.asyncProperty(goodRequestTo(route), async (sent) => {
        // All other features have the opposite permission, which must have no effect.
        const others = outcome === 'passes' ? 'no_access' : 'full_access'
        const permissions = permissionsWith((each) => (each === feature ? given : others))
        const { status } = await (await startApi({ permissions })).send(sent)
        expect(status === 403).toBe(outcome === 'is refused')
      }),
      { numRuns: 10 },
    )
  })

  it.each(levels)('with the level %s are the same for every feature', async (level) => {
    await fc.assert(
      fc.asyncProperty(validRequest(), async (sent) => {
        const { status } = await (await startApi({ level })).send(sent)
        expect(status === 403).toBe(level === 'read_only' && sent.method !== 'GET')
      }),
      { numRuns: requestRuns },
    )
  })

  it('allow writing only with Full Access, and reading with at least Read Only', async () => {
    await fc.assert(
      fc.asyncProperty(anyPermissions, anyRequest(), async (permissions, sent) => {
        const api = await startApi({ permissions })
        const before = helpdeskData(api.storage)
        const { status, body } = await api.send(sent)
        if (!matchOf(sent).route || isAllowed(permissions, sent.method, sent.path)) {
          expect(status).not.toBe(403)
          return
        }
        expect(status).toBe(403)
        expect(helpdeskData(api.storage)).toEqual(before)
        if (sent.method === 'HEAD') return
        const access = sent.method === 'GET' ? 'Read Only or Full Access' : 'Full Access'
        expect(body).toMatchObject({
          error: { details: expect.stringContaining(`needs ${access} to `) as unknown },
        })
      }),
      { numRuns: requestRuns },
    )
  })
})
