import {
  featureNames,
  type Json,
  type JsonObject,
  limits,
  managementOperations,
  objectAt,
  type Operation,
  plansWithTokens,
  publicOperations,
  resolve,
  schemas,
} from './contract.ts'
import { operationFeatures } from './operationFeatures.ts'

/** Returns the source of `values.ts`: enumerations, limits, and the feature that each operation requires. */
export function valuesSource(): string {
  return [
    ...enumerations(),
    constant('featureNames', checkedFeatureNames(), 'The name of each feature, as on the pages.'),
    constant('plansWithTokens', plansWithTokens, 'The plans that include API tokens.'),
    limitsSource(),
    constant(
      'characterLimits',
      characterLimits(),
      'The maximum number of characters of a text, counted in grapheme clusters.',
    ),
    constant(
      'itemLimits',
      itemLimits(),
      'The maximum number of items of a list, by the schema and the property that have it.',
    ),
    constant(
      'queryLimits',
      queryLimits(),
      'The maximum of each number in a query, and the maximum length of each text.',
    ),
    constant(
      'defaultPageSizes',
      defaultPageSizes(),
      'The number of items on a page, by operation.',
    ),
    constant(
      'itemsPerPage',
      itemsPerPage(),
      'The number of items on a page of the public API. Larger numbers are reduced to the maximum.',
    ),
    constant(
      'operationFeatures',
      Object.fromEntries(operationFeatures()),
      'The feature that each operation of the public API requires. Operations that are not listed require none.',
    ),
  ].join('\n\n')
}

function constant(name: string, value: unknown, description: string): string {
  return `/** ${description} */\nexport const ${name} = ${JSON.stringify(value)} as const`
}

/** The schemas whose values pages or rules list. The run-time checks have all of them in `contract.ts`. */
const listedEnumerations = [
  'ProblemType',
  'Plan',
  'AccessLevel',
  'Permission',
  'Feature',
  'KeepOldKey',
  'TokenStatus',
  'RuleName',
  'Language',
  'RuleFilter',
  'RefusalFilter',
  'AdviceGroup',
  'ActivityAction',
  'TokenSort',
  'RequestOutcome',
  'EdeskErrorCode',
]

function enumerations(): string[] {
  return listedEnumerations.map((name) => {
    const constantName = `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`
    return `export const ${constantName} = ${JSON.stringify(objectAt(schemas, name).enum)} as const`
  })
}

/** Returns the name of each feature. @throws Error if the names are not in the order of the features. */
function checkedFeatureNames(): JsonObject {
  const ids = objectAt(schemas, 'Feature').enum as string[]
  if (ids.join() === Object.keys(featureNames).join()) return featureNames
  throw new Error('x-feature-names and the schema Feature list different features.')
}

function limitsSource(): string {
  const entries = Object.entries(limits).map(
    ([name, { value, description }]) => `/** ${description} */\n${name}: ${JSON.stringify(value)},`,
  )
  return `/** Periods, quotas and defaults. Each name ends with its unit. */\nexport const limits = {\n${entries.join('\n')}\n} as const`
}

function characterLimits(): Record<string, number> {
  const entries = Object.entries(schemas).flatMap(([name, schema]) =>
    numberAt(schema, 'x-max-characters').map((limit) => [name, limit]),
  )
  return Object.fromEntries(entries) as Record<string, number>
}

function itemLimits(): Record<string, Record<string, number>> {
  return tableOf(Object.entries(schemas), (schema) =>
    Object.entries(((schema as JsonObject).properties ?? {}) as JsonObject).flatMap(
      ([name, property]) =>
        numberAt(resolve(property as JsonObject), 'maxItems').map((limit) => [name, limit]),
    ),
  )
}

function queryLimits(): Record<string, Record<string, number>> {
  const operations = managementOperations.map((operation) => [operation.operationId, operation])
  return tableOf(operations as [string, Operation][], (operation) =>
    queryParameters(operation).flatMap(({ name, schema = {} }) =>
      [...numberAt(schema, 'maximum'), ...numberAt(schema, 'maxLength')].map((limit) => [
        name as string,
        limit,
      ]),
    ),
  )
}

function defaultPageSizes(): Record<string, number> {
  const entries = managementOperations.flatMap((operation) =>
    queryParameters(operation)
      .filter(({ name }) => name === 'pageSize')
      .flatMap(({ schema = {} }) => numberAt(schema, 'default'))
      .map((size) => [operation.operationId, size]),
  )
  return Object.fromEntries(entries) as Record<string, number>
}

function itemsPerPage(): { default: Json | undefined; maximum: Json | undefined } {
  const parameter = publicOperations
    .flatMap(({ parameters }) => parameters)
    .find(({ name }) => name === 'itemsPerPage')
  const schema = objectAt(parameter ?? {}, 'schema')
  return { default: schema.default, maximum: schema['x-maximum'] }
}

function queryParameters({ parameters }: Operation): JsonObject[] {
  return parameters.filter((parameter) => parameter.in === 'query')
}

function numberAt(schema: Json | undefined, keyword: string): number[] {
  const value = (schema as JsonObject)[keyword]
  return typeof value === 'number' ? [value] : []
}

/** Returns a table of tables, without the empty ones. */
function tableOf<Value>(
  entries: readonly (readonly [string, Value])[],
  columnsOf: (value: Value) => (readonly [string, number] | (string | number)[])[],
): Record<string, Record<string, number>> {
  const rows = entries.flatMap(([name, value]) => {
    const columns = columnsOf(value)
    return columns.length === 0
      ? []
      : [[name, Object.fromEntries(columns) as Record<string, number>]]
  })
  return Object.fromEntries(rows) as Record<string, Record<string, number>>
}
