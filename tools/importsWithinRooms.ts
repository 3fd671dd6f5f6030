import path from 'node:path'

import type { Rule } from 'eslint'

/**
 * Which rooms of src/ a room may look into, the longest name that fits first. Each may look into itself; what is not listed is
 * closed, so that a feature cannot grow into another and the mock stays a guest.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['app', 'api', 'demo', 'mock/transports/browser.ts'],
  app: ['features', 'api', 'ui', 'locales'],
  features: ['api', 'ui', 'locales'],
  // What people see of a demo's hand in the backend.
  demo: [
    'ui',
    'locales',
    'api/basePath.ts',
    'mock/demo',
    'mock/scenarios',
    'mock/transports/browser.ts',
  ],
  ui: ['api', 'locales'],
  api: [],
  locales: [],
  'mock/domain': ['api/generated/schema.ts', 'api/generated/values.ts', 'api/keyFormat.ts'],
  'mock/storage': ['mock/domain'],
  'mock/operations': [
    'mock/domain',
    'mock/storage',
    'mock/operation.ts',
    'mock/problem.ts',
    'mock/serialize.ts',
    'mock/session.ts',
    'mock/routes.ts',
    'api/generated/schema.ts',
    'api/keyFormat.ts',
  ],
  mock: ['api/generated', 'api/keyFormat.ts'],
}

/** Only the server checks requests at run time: a page that loaded the schemas would carry them for nothing. */
const forTheServerOnly = 'api/generated/contract.ts'

/** An ESLint rule that holds the table above. */
export const importsWithinRooms: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = insideSrc(context.filename)
    if (file === undefined) return {}
    const room = roomOf(file)

    function check(node: Rule.Node, imported: unknown): void {
      if (typeof imported !== 'string') return
      const target = targetOf(context.filename, imported)
      if (target === undefined || mayImport(file ?? '', room, target)) return
      const allowed = [
        room,
        ...(rooms[room.split('/')[0] === 'features' ? 'features' : room] ?? []),
      ]
      context.report({
        node,
        message: `src/${room} may not look into src/${target}, only into ${allowed.join(', ')}.`,
      })
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) =>
        check(node, node.source.type === 'Literal' ? node.source.value : undefined),
    }
  },
}

function mayImport(file: string, room: string, target: string): boolean {
  if (target === forTheServerOnly) return file.startsWith('mock/')
  if (within(target, room)) return true
  const allowed = rooms[room.startsWith('features/') ? 'features' : room] ?? []
  return allowed.some((name) => within(target, name))
}

/** A feature is a room of its own. */
function roomOf(file: string): string {
  const feature = /^features\/[^/]+/.exec(file)?.[0]
  if (feature) return feature
  const names = Object.keys(rooms).sort((one, other) => other.length - one.length)
  return names.find((name) => within(file, name)) ?? file
}

function within(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`)
}

function targetOf(from: string, imported: string): string | undefined {
  if (imported.startsWith('#src/')) return imported.slice('#src/'.length)
  return imported.startsWith('.')
    ? insideSrc(path.resolve(path.dirname(from), imported))
    : undefined
}

function insideSrc(file: string): string | undefined {
  const inside = path.relative(path.resolve('src'), file)
  return inside.startsWith('..') ? undefined : inside.split(path.sep).join('/')
}
