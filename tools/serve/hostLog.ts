import { closeSync, openSync, writeSync } from 'node:fs'

import type { HostExchange } from '#src/mock/transports/hostObserver.ts'

type Level = 'info' | 'error'

/** The log of a host: one JSON object a line. It has no keys, cookies and personal data. */
export interface HostLog {
  requestEnded: (exchange: HostExchange) => void
  /** Logs the error behind a failed request, without its message, which may contain data. */
  requestFailed: (error: unknown, requestId: string | null) => void
  /** Logs a step of the process, such as `ready`. */
  hostChanged: (event: string, details?: Readonly<Record<string, string | number>>) => void
  close: () => void
}

/** Creates a log that passes each line, with its line end, to `write`. */
export function createHostLog(
  write: (line: string) => void,
  now: () => Date,
  close: () => void = () => undefined,
): HostLog {
  function log(level: Level, event: string, details: object): void {
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...details })}\n`)
  }
  return {
    requestEnded({ milliseconds, isComplete, ...exchange }) {
      const { operation, status } = exchange
      // Load balancers ask every few seconds.
      const isCheck = operation === 'healthz' || operation === 'readyz'
      if (isCheck && status === 200) return
      log((status ?? 0) >= 500 ? 'error' : 'info', 'request', {
        ...exchange,
        milliseconds: Math.round(milliseconds * 1000) / 1000,
        ...(isComplete ? {} : { isComplete }),
      })
    },
    requestFailed(error, requestId) {
      log('error', 'failure', { requestId, ...describeError(error) })
    },
    hostChanged(event, details = {}) {
      log('info', event, details)
    },
    close,
  }
}

/**
 * Opens a log.
 *
 * @param target a file, to which lines are appended, or `-` for the standard output.
 * @param onLost called for each line that cannot be written, for example because the disk is full.
 * @throws Error if the file cannot be opened.
 */
export function openHostLog(target: string, onLost: () => void): HostLog {
  const file = target === '-' ? undefined : openSync(target, 'a', 0o640)
  function write(line: string): void {
    if (file === undefined) return void process.stdout.write(line)
    try {
      writeSync(file, line)
    } catch {
      onLost()
    }
  }
  // If its reader has ended, the host goes on without a log.
  if (file === undefined) process.stdout.on('error', onLost)
  return createHostLog(
    write,
    () => new Date(),
    () => {
      if (file !== undefined) closeSync(file)
    },
  )
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, kind } = error as { code?: unknown; kind?: unknown }
  const cause = error.cause instanceof Error ? error.cause : undefined
  return {
    error: error.name,
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause ? { cause: causeText(cause) } : {}),
    stack: framesOf(error),
  }
}

/** Returns the lines of a stack behind the message, which may look like one. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  if (start === -1) return []
  const frames = stack.slice(start + message.length).matchAll(/^ {4}at (.+)$/gm)
  return [...frames].flatMap(([, frame]) => frame ?? [])
}

function causeText(cause: Error): string {
  // SQLite's errors have a number besides their code.
  const { code = '', errcode = '' } = cause as { code?: string; errcode?: number }
  return `${cause.name} ${code} ${errcode}`.trim()
}
