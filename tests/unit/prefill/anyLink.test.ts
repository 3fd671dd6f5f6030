import fc from 'fast-check'
import { parseQuery } from 'vue-router'
import { describe, expect, it } from 'vitest'

import {
  accessLevelValues,
  characterLimits,
  featureValues,
  permissionValues,
} from '#src/api/generated/values.ts'
import { parsePrefillLink } from '#src/features/api-tokens/prefill/parsePrefillLink.ts'
import { templateNames } from '#src/features/api-tokens/prefill/templates.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'
import { countCharacters } from '#src/shared/characters.ts'

import { anyCharacter } from '../../support/anyCharacter.ts'

const days = { first: '2026-11-24', last: '2036-11-23' }
const read = (query: string) => parsePrefillLink(parseQuery(query), days)
const key = generateKey((count) => crypto.getRandomValues(new Uint8Array(count)))

const known = ['name', 'description', 'level', 'template', 'expires', ...featureValues]
const anyParameter = fc.oneof(
  fc.constantFrom(...known, 'key', 'token', 'Name', 'constructor', 'toString', '__proto__'),
  fc.string({ unit: anyCharacter }),
)
const anyValue = fc.oneof(
  fc.constantFrom(null, '', key, ...accessLevelValues, ...permissionValues, ...templateNames),
  fc.constantFrom('7', 'none', '2028-02-29', '2027-02-29', 'x'.repeat(500), '\u202E', '\0'),
  fc.string({ unit: anyCharacter }),
)
const anyQuery = fc.dictionary(
  anyParameter,
  fc.oneof(anyValue, fc.array(anyValue, { maxLength: 3 })),
  { maxKeys: 12 },
)

describe('any link', () => {
  it('has each parameter either used or reported', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { problems, ...reading } = parsePrefillLink(query, days)
        const strange = Object.keys(query).filter((parameter) => !known.includes(parameter))
        const toldAsStrange = problems.filter(({ kind }) => ['unknown', 'secret'].includes(kind))
        expect(toldAsStrange.length).toBeGreaterThanOrEqual(strange.length)
        for (const [parameter, value] of Object.entries(query)) {
          if (strange.includes(parameter)) continue
          const reported = problems.some((problem) => problem.parameter === parameter)
          const text = [value].flat()[0] ?? ''
          const used =
            reading.name === text.trim() ||
            reading.description === text.trim() ||
            reading.template === text ||
            (parameter === 'expires' && reading.expires !== undefined) ||
            (parameter === 'level' && reading.access?.level === text) ||
            reading.access?.permissions[parameter as 'tickets'] === text
          expect(reported || used, parameter).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('fills in only what the form accepts, and never a key', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { secrets: _secrets, ...reading } = parsePrefillLink(query, days)
        expect(JSON.stringify(reading)).not.toContain(key)
        expect(countCharacters(reading.name)).toBeLessThanOrEqual(characterLimits.TokenName)
        expect(countCharacters(reading.description)).toBeLessThanOrEqual(
          characterLimits.TokenDescription,
        )
        expect(reading.name).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        const { level, permissions: given } = reading.access ?? {}
        expect([undefined, ...accessLevelValues]).toContain(level)
        if (!given) return
        expect(Object.keys(given).toSorted()).toEqual([...featureValues].toSorted())
        for (const permission of Object.values(given))
          expect(permissionValues).toContain(permission)
      }),
      { numRuns: 2000 },
    )
  })

  it('grants no access that it does not name', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { access, template } = parsePrefillLink(query, days)
        if (access?.level !== 'custom' || template) return
        for (const feature of featureValues) {
          const permission = access.permissions[feature]
          // A parameter that a link has once may be a list of one value.
          const named = [query[feature]].flat()
          expect(permission === 'no_access' || named.includes(permission)).toBe(true)
        }
      }),
      { numRuns: 2000, examples: [[{ tag_items: ['full_access'], level: 'custom' }]] },
    )
  })

  it("that was created from a form's content fills in the same content", () => {
    const contents = fc.record({
      name: fc.string({ maxLength: 60 }).filter((text) => text === text.trim()),
      permissions: fc.record(
        Object.fromEntries(
          featureValues.map((each) => [each, fc.constantFrom(...permissionValues)]),
        ),
      ),
    })
    fc.assert(
      fc.property(contents, ({ name, permissions: given }) => {
        const query = String(new URLSearchParams({ name, level: 'custom', ...given }))
        expect(read(query)).toMatchObject({
          name,
          access: { level: 'custom', permissions: given },
          problems: [],
        })
      }),
    )
  })
})
