import { readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The layers of src/, and what each may import besides itself. The longest matching name applies to a file. A folder that is not
 * listed may import nothing, so that features stay independent and nothing but `main.ts` and the demo uses the mock.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['app', 'api', 'demo', 'mock/transports/browser.ts'],
  app: ['features', 'session', 'api', 'ui', 'locales', 'shared'],
  'features/*': ['session', 'api', 'ui', 'locales', 'shared'],
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
  'mock/*': ['mock', 'api/generated', 'shared'],
  // What other people's tests import brings the application and its mock along.
  kit: ['app', 'features', 'session', 'demo', 'ui', 'api', 'locales', 'mock', 'shared', 'main.ts'],
}

/** Only the mock server uses the schemas at run time. A page that imported them would load them without need. */
const serverOnlyModules = ['api/generated/managementContract.ts', 'api/generated/publicContract.ts']

/** Options of the rule `import-x/no-restricted-paths`. */
interface RestrictedPaths {
  basePath: string
  zones: {
    target: string | string[]
    from: string | string[]
    except?: string[]
    message: string
  }[]
}

/**
 * Returns the table above as options of `import-x/no-restricted-paths`.
 *
 * @param src the absolute path of src/.
 */
export function restrictedPaths(src: string): RestrictedPaths {
  const entries = readdirSync(src)
  const inMock = readdirSync(path.join(src, 'mock'))
  const inFeatures = readdirSync(path.join(src, 'features'))
  const targets = [
    ...entries.filter((name) => name !== 'mock' && name !== 'features'),
    ...inMock.map((name) => `mock/${name}`),
    ...inFeatures.map((name) => `features/${name}`),
  ]
  return {
    basePath: src,
    zones: [
      ...targets.map((target) => {
        const allowed = [target, ...allowedFor(target)]
        const message = `src/${target} may import only ${allowed.join(', ')}.`
        return { target, from: '.', except: allowed, message }
      }),
      {
        target: entries.filter((name) => name !== 'mock'),
        from: serverOnlyModules,
        message: 'Only src/mock may import them: pages would load all schemas of the contract.',
      },
    ],
  }
}

function allowedFor(target: string): readonly string[] {
  return layers[target] ?? layers[target.replace(/\/.*/, '/*')] ?? []
}
