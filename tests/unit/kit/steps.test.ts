import { expect, it } from 'vitest'

import { DemoBackend } from '#src/kit/demo/demoBackend.ts'
import { DemoClock } from '#src/kit/demo/demoClock.ts'
import { DemoFaults } from '#src/kit/demo/demoFaults.ts'
import { pagesIn } from '#src/kit/pages/pages.ts'
import { withSteps } from '#src/kit/steps.ts'
import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { pageStub } from './pageStub.ts'

/** Controls whose commands resolve with nothing. */
const control = new Proxy({}, { get: () => async () => ({}) }) as DemoControl

it('knows each method that does something by its declaration as async', () => {
  const pages = pagesIn(pageStub)
  const parts = {
    ...pages,
    tryIt: pages.tokenKeyPage.tryIt,
    backend: new DemoBackend(control, 'empty'),
    clock: new DemoClock(control),
    faults: new DemoFaults(control),
  }
  const wrong = Object.entries(parts).flatMap(([part, object]) => {
    const methods = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object) as object)
    return Object.entries(methods).flatMap(([name, { value }]: [string, PropertyDescriptor]) => {
      const isAsync = (value as object | undefined)?.constructor.name === 'AsyncFunction'
      if (isAsync || typeof value !== 'function' || name === 'constructor') return []
      return resultOf(value as () => unknown, object) instanceof Promise ? [`${part}.${name}`] : []
    })
  })
  expect(wrong).toEqual([])
})

/** Calls a method. A value that it refuses does not matter here. */
function resultOf(method: (text: string) => unknown, object: object): unknown {
  try {
    return method.call(object, 'text')
  } catch {
    return undefined
  }
}

it('calls the methods of an object without steps outside of a test, with its private parts', async () => {
  class Counter {
    #count = 0
    async add(): Promise<number> {
      this.#count += 1
      return this.#count
    }
    get count(): number {
      return this.#count
    }
  }
  const counter = withSteps(new Counter(), 'counter')
  expect(await counter.add()).toBe(1)
  expect(counter.count).toBe(1)
  expect(counter).toBeInstanceOf(Counter)
})
