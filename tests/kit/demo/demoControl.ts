import type { Fault } from '#src/mock/demo/faults.ts'
import type { ExchangeRecord } from '#src/mock/domain/records.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'
import type { TableName } from '#src/mock/storage/storage.ts'

export type RecordedExchange = Omit<ExchangeRecord, 'id'> & { number: number }
export interface DemoState {
  scenario: ScenarioName
  world: string
  startsAt: string
  seed: string | null
  as: string
  now: string
  ownClock: boolean
  latency: number
  faults: Fault[]
  transport: 'worker' | 'page' | 'node' | 'host'
  panel: boolean
  nextExpiry: string | null
}
interface ViewChange {
  as?: string
  now?: string | null
  advance?: number
  latency?: number
  faults?: Fault[]
  panel?: boolean
}
export interface SentRequest {
  as?: string
  key?: string
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}
export interface BackendAnswer {
  status: number
  body: unknown
  headers: Record<string, string>
}
export interface DemoControl {
  readonly version: 1
  state(): Promise<DemoState>
  open(link: string): Promise<DemoState>
  reset(): Promise<DemoState>
  setView(change: ViewChange): Promise<DemoState>
  exchanges(from?: number): Promise<RecordedExchange[]>
  records(table: TableName): Promise<unknown[]>
  send(request: SentRequest): Promise<BackendAnswer>
  link(): Promise<{ link: string; exact: boolean }>
  export(): Promise<unknown>
  import(file: unknown): Promise<DemoState>
  replay(
    file: unknown,
  ): Promise<{ done: number; different: { number: number; expected: string; got: string }[] }>
}
