import { readFile } from 'node:fs/promises'

import { parseQuery } from 'vue-router'
import { describe, expect, it } from 'vitest'

import { accessLevelValues, characterLimits, featureValues } from '#src/api/generated/values.ts'
import { parsePrefillLink } from '#src/features/api-tokens/prefill/parsePrefillLink.ts'
import { templateNames } from '#src/features/api-tokens/prefill/templates.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'
import { permissions } from '#src/kit/builders.ts'

const days = { first: '2026-11-24', last: '2036-11-23' }
const read = (query: string) => parsePrefillLink(parseQuery(query), days)
const key = generateKey((count) => crypto.getRandomValues(new Uint8Array(count)))
const family = '👨‍👩‍👧‍👦'

describe('a link to the form', () => {
  it('fills in everything that it contains', () => {
    const reading = read(
      'name=ShipFast&description=Sends+tracking%0Acodes&level=custom&sales_orders=full_access&contacts=read_only&template=shipping&expires=90',
    )
    expect(reading).toEqual({
      name: 'ShipFast',
      description: 'Sends tracking\ncodes',
      template: 'shipping',
      access: {
        level: 'custom',
        permissions: permissions({ sales_orders: 'full_access', contacts: 'read_only' }),
      },
      expires: { period: '90', date: '' },
      problems: [],
      secrets: [],
    })
  })

  it('without parameters fills in nothing', () => {
    expect(read('')).toEqual({
      name: '',
      description: '',
      template: undefined,
      access: undefined,
      expires: undefined,
      problems: [],
      secrets: [],
    })
    expect(read('name=&description=%20&name')).toMatchObject({ name: '' })
  })

  it.each(['read_only', 'full_access'] as const)('can set the level %s', (level) => {
    expect(read(`level=${level}`)).toMatchObject({ access: { level }, problems: [] })
  })

  it('uses the access of its template, changed by the given features', () => {
    expect(read('template=chatbot').access).toBeUndefined()
    expect(read('template=chatbot&users=read_only')).toMatchObject({
      access: {
        level: 'custom',
        permissions: permissions({
          tickets: 'full_access',
          messages: 'full_access',
          contacts: 'read_only',
          users: 'read_only',
        }),
      },
      problems: [],
    })
    expect(read('template=backup&users=read_only')).toMatchObject({
      access: undefined,
      problems: [{ kind: 'without-custom', parameter: 'users' }],
    })
  })

  it.each([
    ['7', { period: '7', date: '' }],
    ['30', { period: '30', date: '' }],
    ['60', { period: '60', date: '' }],
    ['90', { period: '90', date: '' }],
    ['365', { period: '365', date: '' }],
    ['none', { period: 'never', date: '' }],
    ['2028-02-29', { period: 'date', date: '2028-02-29' }],
    ['2026-11-24', { period: 'date', date: '2026-11-24' }],
    ['2036-11-23', { period: 'date', date: '2036-11-23' }],
  ])('can set when the token expires: %s', (text, expires) => {
    expect(read(`expires=${text}`)).toMatchObject({ expires, problems: [] })
  })

  it.each([
    '8',
    '090',
    '+7',
    '-7',
    '7.0',
    '1e2',
    'None',
    'never',
    '',
    'YYYY-MM-DD',
    '2027-02-29',
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2026-11-24T09:00:00Z',
    '٣٠',
  ])('with the invalid expiry %j is reported', (text) => {
    expect(read(`expires=${encodeURIComponent(text)}`)).toMatchObject({
      expires: undefined,
      problems: [{ kind: 'wrong-value', parameter: 'expires', value: text }],
    })
  })
})

describe('invalid values are reported, not guessed', () => {
  it.each([
    ['2026-11-23', 'in-the-past'],
    ['0001-01-01', 'in-the-past'],
    ['2036-11-24', 'too-far'],
    ['9999-12-31', 'too-far'],
  ])('a day on which no token can expire: %s', (day, kind) => {
    expect(read(`expires=${day}`)).toMatchObject({
      expires: undefined,
      problems: [{ kind, parameter: 'expires' }],
    })
  })

  it.each([
    ['level=Custom', 'level'],
    ['level=read-only', 'level'],
    ['level', 'level'],
    ['template=Shipping', 'template'],
    ['template=constructor', 'template'],
    ['level=custom&tickets=Full%20Access', 'tickets'],
    ['level=custom&tickets=__proto__', 'tickets'],
  ])('an unknown value: %s', (query, parameter) => {
    const { problems } = read(query)
    expect(problems).toMatchObject([{ kind: 'wrong-value', parameter }])
  })

  it('an unknown parameter', () => {
    for (const name of ['Name', 'scope', 'orders', 'constructor', 'utm', '']) {
      const { problems, ...rest } = read(`x=1&${encodeURIComponent(name)}=1`)
      expect(problems).toContainEqual({ kind: 'unknown', parameter: name })
      expect(rest).toMatchObject({ name: '', access: undefined, secrets: [] })
    }
  })

  it.each([
    ...[
      'utm_source',
      'UTM_Campaign',
      'fbclid',
      'gclid',
      '_gl',
      '_ga',
      'mc_cid',
      'msclkid',
      'gad_source',
    ],
    ...['pk_campaign', '_hsenc', 'igshid', 'srsltid', 'mkt_tok', 'ref'],
  ])('but not %s, which a program has added to count visits', (parameter) => {
    const { problems, secrets, name } = read(`name=A&${parameter}=x&${parameter}=y`)
    expect({ problems, secrets, name }).toEqual({ problems: [], secrets: [], name: 'A' })
  })

  it('a key in such a parameter all the same', () => {
    expect(read(`fbclid=${key}`)).toMatchObject({
      problems: [{ kind: 'secret' }],
      secrets: ['fbclid'],
    })
  })

  it('a repeated parameter, even with the same value: neither is used', () => {
    expect(read('name=A&name=A&level=read_only&level=full_access')).toMatchObject({
      name: '',
      access: undefined,
      problems: [
        { kind: 'repeated', parameter: 'name' },
        { kind: 'repeated', parameter: 'level' },
      ],
    })
  })

  it.each(['', 'level=read_only&', 'level=wrong&'])('features without Custom: %s', (before) => {
    const { problems, access } = read(`${before}tickets=full_access&users=read_only`)
    expect(problems.filter(({ kind }) => kind === 'without-custom')).toEqual([
      { kind: 'without-custom', parameter: 'tickets' },
      { kind: 'without-custom', parameter: 'users' },
    ])
    expect(access?.level).not.toBe('custom')
  })

  it('a name and a description that are too long in grapheme clusters', () => {
    const fits = family.repeat(characterLimits.TokenName)
    expect(read(`name=${encodeURIComponent(fits)}`)).toMatchObject({ name: fits, problems: [] })
    expect(read(`name=${encodeURIComponent(fits)}x`)).toMatchObject({
      name: '',
      problems: [{ kind: 'too-long', parameter: 'name', limit: characterLimits.TokenName }],
    })
    const long = 'x'.repeat(characterLimits.TokenDescription + 1)
    expect(read(`description=${long}`)).toMatchObject({
      description: '',
      problems: [{ kind: 'too-long', parameter: 'description' }],
    })
  })

  it.each(['%00', '%07', '%1B%5B2J', '%7F', '%C2%85', 'a%0Ab'])(
    'a control character in a name: %s',
    (text) => {
      expect(read(`name=Ship${text}Fast`)).toMatchObject({
        name: '',
        problems: [{ kind: 'control-characters', parameter: 'name' }],
      })
    },
  )

  it('a control character in a description, which may have several lines', () => {
    expect(read('description=a%00b').problems).toEqual([
      { kind: 'control-characters', parameter: 'description' },
    ])
    expect(read('description=a%0D%0Ab%09c').problems).toEqual([])
  })

  it('only the start of an unknown value is repeated', () => {
    const [problem] = read(`level=${family.repeat(1000)}`).problems
    expect(problem).toMatchObject({ kind: 'wrong-value', value: `${family.repeat(8)}…` })
  })
})

describe('a link that contains a secret', () => {
  it.each([
    `key=${key}`,
    'key=anything',
    'token=x',
    'api_key=x',
    'apiKey=x',
    'x-api-key=x',
    'access_token=x',
    'Authorization=Bearer%20x',
    'client_secret=x',
    'password=x',
    `q=see+${key}`,
    `name=${key}`,
    `description=first%0Athe%20key%20is%20${key}.`,
    `tickets=${key}`,
    `name=ShipFast&name=${key}`,
    `${key}=1`,
    `name=${key.slice(0, 30)}`,
  ])('is refused in that part, without repeating it: %s', (query) => {
    const reading = read(query)
    const [secret] = reading.secrets
    expect(reading.secrets).toHaveLength(1)
    expect(query.startsWith(secret ?? '-')).toBe(true)
    expect(reading.problems.map(({ kind }) => kind)).toEqual(['secret'])
    expect({ ...reading, secrets: [] }).toMatchObject({ name: '', description: '' })
    expect(JSON.stringify({ ...reading, secrets: [] })).not.toContain(key.slice(0, 22))
  })

  it.each(['monkey=x', 'turkeys=x', 'tokenize=x'])(
    'is not recognized by a similar name: %s',
    (query) => {
      expect(read(query).problems.map(({ kind }) => kind)).toEqual(['unknown'])
    },
  )
})

it('the example link in docs/token-links.md is valid', async () => {
  const page = await readFile('docs/token-links.md', 'utf8')
  const [, query = ''] = /api-tokens\/new\?(\S+)/.exec(page) ?? []
  expect(read(query)).toMatchObject({
    name: 'ShipFast',
    expires: { period: '90', date: '' },
    problems: [],
  })
  for (const value of [...featureValues, ...templateNames, ...accessLevelValues]) {
    expect(page).toContain(`\`${value}\``)
  }
})
