import path from 'node:path'

import type { Rule } from 'eslint'

/**
 * The layers of src/, and what each may import besides itself. A file belongs to the layer with the longest matching path.
 * Imports that are not listed are errors, so that features stay independent and nothing but `main.ts` and the demo uses the mock.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['app', 'api', 'demo', 'mock/transports/browser.ts'],
  app: ['features', 'session', 'api', 'ui', 'locales', 'shared'],
  features: ['session', 'api', 'ui', 'locales', 'shared'],
  session: ['api', 'ui', 'shared'],
  // The visible parts of the demo, which control the mock.
  demo: [
    'ui',
    'locales',
    'shared',
    'api/basePath.ts',
    'mock/demo',
    'mock/scenarios',
    'mock/transports/browser.ts',
  ],
  ui: ['api', 'locales', 'shared'],
  api: ['shared'],
  locales: [],
  // Rules that pages and the mock have in common.
  shared: ['api/generated/schema.ts', 'api/generated/values.ts'],
  'mock/domain': [
    'api/generated/schema.ts',
    'api/generated/values.ts',
    'mock/storage/port.ts',
    'shared',
  ],
  'mock/storage': [],
  'mock/operations': [
    'mock/domain',
    'mock/storage',
    'mock/server',
    'api/generated/schema.ts',
    'api/generated/values.ts',
    'shared',
  ],
  mock: ['api/generated', 'shared'],
  // What other people's tests import brings the application and its mock along.
  kit: ['app', 'features', 'session', 'demo', 'ui', 'api', 'locales', 'mock', 'shared', 'main.ts'],
}

/** Only the mock server uses the schemas at run time. A page that imported them would load them without need. */
const serverOnlyModule = 'api/generated/contract.ts'

/** An ESLint rule that enforces the table above. */
export const layerBoundaries: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = insideSrc(context.filename)
    if (file === undefined) return {}
    const layer = layerOf(file)

    function check(node: Rule.Node, imported: unknown): void {
      if (typeof imported !== 'string') return
      const target = targetOf(context.filename, imported)
      if (target === undefined || mayImport(file ?? '', layer, target)) return
      const allowed = [
        layer,
        ...(layers[layer.split('/')[0] === 'features' ? 'features' : layer] ?? []),
      ]
      context.report({
        node,
        message: `src/${layer} may not import src/${target}, only ${allowed.join(', ')}.`,
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

function mayImport(file: string, layer: string, target: string): boolean {
  if (target === serverOnlyModule) return file.startsWith('mock/')
  if (isWithin(target, layer)) return true
  const allowed = layers[layer.startsWith('features/') ? 'features' : layer] ?? []
  return allowed.some((name) => isWithin(target, name))
}

/** Returns the layer of a file. Each feature is a layer of its own. */
function layerOf(file: string): string {
  const feature = /^features\/[^/]+/.exec(file)?.[0]
  if (feature) return feature
  const names = Object.keys(layers).sort((one, other) => other.length - one.length)
  return names.find((name) => isWithin(file, name)) ?? file
}

function isWithin(file: string, layer: string): boolean {
  return file === layer || file.startsWith(`${layer}/`)
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
