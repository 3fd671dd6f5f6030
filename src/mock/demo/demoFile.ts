import type { ExchangeRecord } from '../domain/records.ts'
import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import type { World } from '../scenarios/world.ts'
import { indexes, type TableName } from '../storage/storage.ts'
import { type Fault, formatFault, parseFault } from './faults.ts'

/** A demo as it was, to be looked at and done again elsewhere. It holds no key and no session. */
export interface DemoFile {
  format: 'edesk-demo'
  version: 1
  scenario: ScenarioName
  /** When its story began. */
  startsAt: string
  /** What its randomness came from, where that is known. */
  seed: string | null
  view: { as: string; now: string; latency: number; faults: readonly string[] }
  /** Everything that the backend held, by table. */
  records: Omit<World, 'sessions' | 'exchanges'>
  /** What was asked of it, oldest first. */
  exchanges: readonly ExchangeRecord[]
}

/** @throws Error in words for a person, where `given` is no such file. */
export function readDemoFile(given: unknown): DemoFile {
  if (!isObject(given) || given.format !== 'edesk-demo') {
    throw new Error('This is no file that a demo was exported to.')
  }
  if (given.version !== 1) {
    throw new Error('This file is of a newer version. Reload the page, and try again.')
  }
  const file = given as unknown as DemoFile
  const whole =
    scenarioNames.includes(file.scenario) &&
    isTime(file.startsAt) &&
    isObject(file.view) &&
    typeof file.view.as === 'string' &&
    isTime(file.view.now) &&
    Number.isInteger(file.view.latency) &&
    Array.isArray(file.view.faults) &&
    file.view.faults.every((fault) => parseFault(String(fault)) !== undefined) &&
    Array.isArray(file.exchanges) &&
    isObject(file.records) &&
    Object.entries(file.records).every(([name, records]) => isTable(name, records))
  if (!whole) throw new Error('This file is damaged, or was changed by hand.')
  return file
}

/** The faults of a file. */
export function faultsOfFile({ view }: DemoFile): Fault[] {
  return view.faults.flatMap((text) => parseFault(text) ?? [])
}

/** The faults as a file has them. */
export function faultsForFile(faults: readonly Fault[]): string[] {
  return faults.map(formatFault)
}

function isTable(name: string, records: unknown): boolean {
  return (
    name in indexes &&
    Array.isArray(records) &&
    records.every(
      (record) =>
        isObject(record) && ['string', 'number'].includes(typeof (record as { id?: unknown }).id),
    )
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

/** The tables that a file has. */
export const exportedTables = (Object.keys(indexes) as TableName[]).filter(
  (name) => name !== 'sessions' && name !== 'exchanges',
)
