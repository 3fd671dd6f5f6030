import { Validator } from '@cfworker/json-schema'

import { responseKey, type Route } from './routes.ts'
import { definitionName, resolveRef } from './schemas.ts'
import { findViolations } from './violations.ts'

const validators = new WeakMap<object, Pick<Validator, 'validate'>>()

/**
 * Checks a response of an operation against the contract.
 *
 * @returns a description of the violation for developers; undefined if there is none.
 */
export function findResponseViolation(
  route: Route,
  status: number,
  body: unknown,
): string | undefined {
  const schema = route.responses[responseKey(route, status)]
  if (schema === undefined) return `${route.operationId} must not return ${status}`
  if (schema === null) {
    return body === undefined ? undefined : `${route.operationId} must not return a body`
  }
  // The library takes several times as long, so it only sees what the check of requests does not accept.
  if (findViolations(schema, body).length === 0) return undefined
  const { valid, errors } = validatorOf(schema).validate(body)
  return valid ? undefined : `${route.operationId}: ${JSON.stringify(errors.at(-1))}`
}

/** Returns the validator of a schema of the contract. Each schema's validator is created once. */
export function validatorOf(schema: object): Pick<Validator, 'validate'> {
  let validator = validators.get(schema)
  if (!validator) {
    validator = toleratingLoneSurrogates(
      new Validator({ ...schema, $defs: definitionsOf(schema) }, '2020-12', false),
    )
    validators.set(schema, validator)
  }
  return validator
}

/**
 * Collects the definitions that a schema refers to, directly or indirectly. A new validator walks through all definitions it is
 * given, and the whole contract is twenty times as large.
 */
function definitionsOf(schema: object): Record<string, object> {
  const found: Record<string, object> = {}
  const queue: unknown[] = [schema]
  while (queue.length > 0) {
    const part = queue.pop()
    if (typeof part !== 'object' || part === null) continue
    if ('$ref' in part) {
      const name = definitionName(part.$ref)
      if (!(name in found)) queue.push((found[name] = resolveRef(part)))
    }
    queue.push(...Object.values(part))
  }
  return found
}

/** The library throws a URIError for a property name with a lone surrogate, which JSON allows. */
function toleratingLoneSurrogates(validator: Validator): Pick<Validator, 'validate'> {
  return {
    validate(value) {
      try {
        return validator.validate(value)
      } catch (error) {
        if (!(error instanceof URIError)) throw error
        return validator.validate(withWellFormedNames(value))
      }
    },
  }
}

function withWellFormedNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWellFormedNames)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name.toWellFormed(), withWellFormedNames(child)]),
  )
}
