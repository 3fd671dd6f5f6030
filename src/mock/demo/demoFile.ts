import type { RequestLogRecord } from './records.ts'
import { type ScenarioName, scenarioNames } from '../scenarios/scenarioNames.ts'
import { type Fault, formatFault, parseFault } from './faults.ts'
import { type DemoTableName, type DemoTables, demoTables } from './schema.ts'

/** An exported demo, for import or replay elsewhere. It contains no keys and no sessions. */
export interface DemoFile {
  format: 'edesk-demo'
  version: 1
  scenario: ScenarioName
  /** The world's start time. */
  startsAt: string
  /** The seed of the world's random values; null if it had none. */
  seed: string | null
  view: { as: string; now: string; latency: number; faults: readonly string[] }
  /** All records of the backend, by table. */
  records: { [Name in ExportedTable]: DemoTables[Name][] }
  /** The recorded requests, oldest first. */
  exchanges: readonly RequestLogRecord[]
}

const refusals = {
  other: 'This file is not a demo export.',
  newer: 'A newer version exported this file. Reload the page and try again.',
  damaged: 'This file is damaged or was edited by hand.',
  'no-user': 'The file’s user is not among its users.',
} as const

/** Why a file cannot be imported. The page has words for each reason; the message is for developers. */
export class DemoFileError extends Error {
  readonly reason: keyof typeof refusals

  constructor(reason: keyof typeof refusals) {
    super(refusals[reason])
    this.name = 'DemoFileError'
    this.reason = reason
  }
}

/** Validates an exported file. @throws DemoFileError if the file is invalid. */
export function readDemoFile(input: unknown): DemoFile {
  if (!isObject(input) || input.format !== 'edesk-demo') {
    throw new DemoFileError('other')
  }
  if (input.version !== 1) {
    throw new DemoFileError('newer')
  }
  const file = input as unknown as DemoFile
  const isValid =
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
  if (!isValid) throw new DemoFileError('damaged')
  return file
}

/** Parses the faults in a file. */
export function faultsOfFile({ view }: DemoFile): Fault[] {
  return view.faults.flatMap((text) => parseFault(text) ?? [])
}

/** Formats faults for a file. */
export function faultsForFile(faults: readonly Fault[]): string[] {
  return faults.map(formatFault)
}

function isTable(name: string, records: unknown): boolean {
  return (
    demoTables.some((table) => table === name) &&
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

type ExportedTable = Exclude<DemoTableName, 'sessions' | 'logInAttempts' | 'exchanges'>

/** The tables that a file contains. */
export const exportedTables = demoTables.filter(
  (name): name is ExportedTable => !['sessions', 'logInAttempts', 'exchanges'].includes(name),
)
