import type { TableName } from '#src/mock/storage/storage.ts'

// TODO(core): replaced by src/mock/demo once it is there.
export type ScenarioName =
  | 'empty' | 'tokens' | 'many' | 'starter' | 'agent-asks' | 'just-connected' | 'refused' | 'slow' | 'flaky' | 'offline'
  | 'storage-full' | 'conflict' | 'session-ends' | 'names'
export interface Fault {
  operation: string
  what: number | 'lost' | 'lost-after-commit' | 'rubbish' | 'never' | { late: number } | 'overtaken' | 'session-ends'
  when: { nth: number } | { every: number } | { chance: number } | 'always'
}
export interface RecordedExchange {
  number: number
  at: string
  method: string
  path: string
  operation: string | null
  surface: 'management' | 'public'
  by: { kind: 'nobody' } | { kind: 'user' | 'token'; id: string; name: string }
  status: number
  reason: string | null
  detail: string | null
  mismatches: readonly { in: 'request' | 'answer'; detail: string }[]
  body: unknown
  fault: string | null
}
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
export interface ViewChange {
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
  replay(file: unknown): Promise<{ done: number; different: { number: number; expected: string; got: string }[] }>
}
