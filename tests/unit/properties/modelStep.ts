import fc from 'fast-check'
import { expect } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import {
  dataOf,
  expectOrder,
  expectTicket,
  get,
  type Model,
  type Real,
  send,
  type write,
} from './model.ts'

type Schemas = components['schemas']
export type Command = fc.AsyncCommand<Model, Real>

/** Creates a step that is printed with its name and input. */
export function command<Input>(
  name: string,
  input: Input,
  check: (model: Model) => boolean,
  run: (model: Model, real: Real, input: Input) => Promise<void>,
): Command {
  return {
    check,
    run: (model, real) => run(model, real, input),
    toString: () => `${name}(${JSON.stringify(input)})`,
  }
}

export const always = () => true
export const choice = fc.nat({ max: 20 })
/** Few names, so that they collide. */
export const names = fc.constantFrom('one', 'ONE', 'two', 'three', 'four')

export function hasOrders({ orders }: Model): boolean {
  return orders.size > 0
}
export function hasNotes({ notes }: Model): boolean {
  return notes.size > 0
}
export function hasTickets({ tickets }: Model): boolean {
  return tickets.size > 0
}
export function hasMessages({ messages }: Model): boolean {
  return messages.size > 0
}
export function hasTags({ tags }: Model): boolean {
  return tags.size > 0
}

export function change<Item>(
  records: Map<number, Item>,
  id: number,
  to: (item: Item) => Item,
): void {
  const item = records.get(id)
  if (item !== undefined) records.set(id, to(item))
}

export const remove = (path: string) => ({ method: 'DELETE', path })

export async function deleted(model: Model, real: Real, path: string): Promise<void> {
  expect((await send(model, real, remove(path))).status).toBe(200)
  model.gone.push(path)
}

export async function expectRefused(
  model: Model,
  real: Real,
  sent: ReturnType<typeof write>,
  codes: Record<string, string>,
): Promise<void> {
  const { status, body } = await send(model, real, sent)
  const details = Object.fromEntries(
    Object.entries(codes).map(([field, errorCode]) => [field, { errorCode }]),
  )
  expect([status, body]).toMatchObject([400, { error: { details } }])
}

export async function readOrder(model: Model, real: Real, id: number): Promise<void> {
  const data = await dataOf<Schemas['SalesOrder']>(model, real, get(`/v1/sales-orders/${id}`))
  expectOrder(model, data, id)
}

export async function readTicket(model: Model, real: Real, id: number): Promise<void> {
  expectTicket(model, await dataOf(model, real, get(`/v1/tickets/${id}`)), id)
}
