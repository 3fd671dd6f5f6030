import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ActivityRecord, TokenRecord } from '#src/mock/domain/records.ts'
import { newToken } from '#src/kit/builders.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { type Answered, type Person, startServer } from '../../support/backend.ts'

/** The fields of a token that the activity records. */
type TokenState = Record<string, string | null>

interface Step {
  by: 'admin' | 'otherAdmin'
  what: keyof typeof steps
  /** An index into all tokens that ever existed. */
  which: number
  minutes: number
  keepOldKey: string
}

interface World {
  backend: Awaited<ReturnType<typeof startServer>>
  /** Every token that ever existed. */
  ids: string[]
  keys: string[]
  creations: { by: Step['by']; path: string; key: string; body: object }[]
}

/** The actions of an Admin on tokens, whether they succeed or are refused. */
const steps = {
  create: (world, { which, by }, person) =>
    make(world, person, by, '/api/tokens', newToken({ name: `Token ${which % 7}` })),
  replace: (world, { keepOldKey, by }, person, id) =>
    make(world, person, by, `/api/tokens/${id}/replacement`, {
      accessLevel: 'read_only',
      keepOldKey,
    }),
  repeat: async (world, { which, by }, person) => {
    const own = world.creations.filter((creation) => creation.by === by)
    const creation = own[which % Math.max(1, own.length)]
    if (creation) await send(world, person, creation)
  },
  rename: (_world, { which }, person, id) =>
    change(person, id, { name: `Token ${which % 7}`, description: `It was ${which}` }),
  shorten: (world, { which }, person, id) =>
    change(person, id, {
      expiresAt: new Date(
        world.backend.clock.now().getTime() + (which + 1) * msPerDay,
      ).toISOString(),
    }),
  pause: (_world, _step, person, id) => person('POST', `/api/tokens/${id}/pause`),
  resume: (_world, _step, person, id) => person('POST', `/api/tokens/${id}/resume`),
  retire: (_world, _step, person, id) => person('POST', `/api/tokens/${id}/retirement`),
  delete: (_world, _step, person, id) => person('DELETE', `/api/tokens/${id}`),
} satisfies Record<
  string,
  (world: World, step: Step, person: Person, id: string) => Promise<unknown>
>

function change(person: Person, id: string, body: object): Promise<Answered> {
  return person('PATCH', `/api/tokens/${id}`, { body, headers: { 'If-Match': '*' } })
}

async function make(world: World, person: Person, by: Step['by'], path: string, body: object) {
  const key = `once-${world.creations.length}-of-many`
  world.creations.push({ by, path, key, body })
  await send(world, person, { path, key, body })
}

async function send(
  world: World,
  person: Person,
  { path, key, body }: { path: string; key: string; body: object },
) {
  const response = await person('POST', path, { body, headers: { 'Idempotency-Key': key } })
  const created = response.body as { token?: { id: string }; key?: string | null }
  if (created.token) world.ids.push(created.token.id)
  if (created.key) world.keys.push(created.key)
}

const stepsOfTwo = fc.array(
  fc.record<Step>({
    by: fc.constantFrom('admin', 'otherAdmin'),
    what: fc.constantFrom(...(Object.keys(steps) as Step['what'][])),
    which: fc.nat({ max: 30 }),
    minutes: fc.nat({ max: 3 }),
    keepOldKey: fc.constantFrom('none', 'hour', 'week'),
  }),
  { minLength: 5, maxLength: 30 },
)

describe('the activity', propertyTest, () => {
  it('records every change of every token once, and no secrets', async () => {
    await fc.assert(
      fc.asyncProperty(stepsOfTwo, async (asked) => {
        const backend = await startServer()
        const people = {
          admin: await backend.as('admin'),
          otherAdmin: await backend.as('otherAdmin'),
        }
        const world: World = { backend, ids: ['tok_none'], keys: [], creations: [] }
        for (const step of asked) {
          backend.clock.set(new Date(backend.clock.now().getTime() + step.minutes * msPerMinute))
          const before = backend.storage.dump()
          const id = world.ids[step.which % world.ids.length] ?? ''
          await steps[step.what](world, step, people[step.by], id)
          const after = backend.storage.dump()
          const added = after.activity.slice(before.activity.length)
          expect(added.map(({ tokenId }) => tokenId).toSorted()).toEqual(
            changedTokens(before.tokens, after.tokens).toSorted(),
          )
          const whoDid = step.by === 'admin' ? 'usr_alex' : 'usr_robin'
          for (const { byId, at } of added) {
            expect([byId, at]).toEqual([whoDid, backend.clock.now().toISOString()])
          }
        }
        const { activity, tokens } = backend.storage.dump()
        const states = new Map(tokens.map((token) => [token.id, stateOf(token)]))
        expect(replayed(activity)).toEqual(states)
        const text = JSON.stringify(activity)
        expect([...world.keys, ...tokens.map(({ keyHash }) => keyHash)].filter(isIn(text))).toEqual(
          [],
        )
      }),
      { numRuns: 60 },
    )
  })
})

const isIn = (text: string) => (secret: string) => text.includes(secret)

/** Ids of created, changed and deleted tokens. Ignores changes that only remove a replacement link. */
function changedTokens(before: readonly TokenRecord[], after: readonly TokenRecord[]): string[] {
  const byId = (tokens: readonly TokenRecord[]) =>
    new Map(tokens.map((token) => [token.id, JSON.stringify({ ...token, ...ofOthers })]))
  const [old, present] = [byId(before), byId(after)]
  const gone = [...old.keys()].filter((id) => !present.has(id))
  const changed = [...present].filter(([id, token]) => old.get(id) !== token)
  return [...gone, ...changed.map(([id]) => id)]
}

/** Fields that change with other tokens: replacement links, and the version, which increases with them. */
const ofOthers = { replacesId: null, replacedById: null, version: 0 }

/** Replays the activity. Returns the tokens that must exist. Fails if an entry does not start from the current state. */
function replayed(activity: readonly ActivityRecord[]): Map<string, TokenState> {
  const tokens = new Map<string, TokenState>()
  /** For each deleted token, the token that it replaced. */
  const gone = new Map<string, string | null>()
  for (const { tokenId, action, changes } of activity) {
    if (tokenId === null) throw new Error('An entry is about no token.')
    const token = tokens.get(tokenId) ?? Object.fromEntries(fields.map((field) => [field, null]))
    expect(tokens.has(tokenId)).toBe(action !== 'created')
    for (const { field, before, after } of changes) {
      // For a replacement, the previous access is that of the replaced token.
      const replaced = action === 'created' && field === 'access' ? before : null
      expect([field, token[field] ?? replaced]).toEqual([field, before])
      token[field] = after
    }
    if (action === 'deleted' || action === 'retired') {
      expect(Object.values(token).filter((value) => value !== null)).toEqual([])
      tokens.delete(tokenId)
      const had = Object.fromEntries(changes.map(({ field, before }) => [field, before]))
      gone.set(tokenId, had.replaces ?? null)
      // When the middle one of three is deleted, link the other two.
      for (const other of tokens.values()) {
        for (const tie of ['replaces', 'replaced_by']) {
          if (other[tie] === tokenId) other[tie] = had[tie] ?? null
        }
      }
    } else {
      tokens.set(tokenId, token)
    }
    // If the middle token is not kept, link its predecessor and the new token.
    if (action === 'created' && gone.has(token.replaces ?? '')) {
      token.replaces = gone.get(token.replaces ?? '') ?? null
      const old = tokens.get(token.replaces ?? '')
      if (old) old.replaced_by = tokenId
    }
  }
  return tokens
}

const fields = [
  'name',
  'description',
  'access',
  'expires_at',
  'paused_at',
  'key_ending',
  'replaced_by',
  'replaces',
]

function stateOf(token: TokenRecord): TokenState {
  return {
    name: token.name,
    description: token.description || null,
    access: token.accessLevel,
    expires_at: token.expiresAt,
    paused_at: token.pausedAt,
    key_ending: token.keyEnding,
    replaced_by: token.replacedById,
    replaces: token.replacesId,
  }
}
