import { type Page, test } from '@playwright/test'

import { maskKeys } from '#src/shared/keysInText.ts'

/** The longest text of the arguments in a title. */
const maxLength = 100

type Method = (...args: unknown[]) => Promise<unknown>

/** A part of a page object whose asynchronous methods are steps too, such as `tokenKeyPage.tryIt.send('whoami')`. */
export abstract class PagePart {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }
}

/**
 * Returns an object whose asynchronous methods are steps of a test. A step's title is the call, such as
 * `tokenListPage.deleteToken('ShipFast')`, and its location is the line of the test. The methods call each other without steps.
 *
 * @param name the object's name in tests; empty if its methods are called without one.
 * @param afterCall what follows the call in the title, such as " as agent".
 */
export function withSteps<Subject extends object>(
  subject: Subject,
  name: string,
  afterCall = '',
): Subject {
  const steps = new Map<string | symbol, unknown>()
  return new Proxy(subject, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target)
      const known = steps.get(property)
      if (known) return known
      const title = `${name && `${name}.`}${String(property)}`
      if (value instanceof PagePart) {
        const part = withSteps<object>(value, title, afterCall)
        steps.set(property, part)
        return part
      }
      if (!isAsync(value)) return value
      // Asynchronous, so that it is exactly one frame between the test and its step: `box` reports the next one.
      const step: Method = async (...args) => {
        const call = () => value.apply(target, args)
        if (!isInTest()) return await call()
        const callTitle = `${title}(${describeArguments(args)})${afterCall}`
        return await test.step(callTitle, call, { box: true })
      }
      steps.set(property, step)
      return step
    },
  })
}

/** The methods of the kit that do something are all declared as `async`. The others return a locator at once. */
function isAsync(value: unknown): value is Method {
  return typeof value === 'function' && value.constructor.name === 'AsyncFunction'
}

/** Page objects also work without a test of Playwright's runner. */
function isInTest(): boolean {
  try {
    test.info()
    return true
  } catch {
    return false
  }
}

function describeArguments(args: readonly unknown[]): string {
  const text = maskKeys(args.map(describe).join(', '))
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (typeof value !== 'object' || value === null) return String(value)
  const properties = Object.entries(value).map(([name, one]) => `${name}: ${describe(one)}`)
  return properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`
}
