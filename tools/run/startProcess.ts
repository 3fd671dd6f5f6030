import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'

/** A server that a tool has started. */
export interface StartedServer {
  origin: string
  /** How long it took until it answered, in milliseconds. */
  startMs: number
  /** Returns the memory that the process uses, in bytes; undefined where the system does not say. */
  memory: () => Promise<number | undefined>
  /** Lets it end by itself. */
  stop: () => Promise<void>
  /** Ends it at once, whatever it is doing. */
  kill: () => Promise<void>
}

const pollMs = 5

/**
 * Starts a server, and waits until it answers.
 *
 * @param start.path a path that it answers once it is ready.
 * @throws Error with its output, if it ends or does not answer in time.
 */
export async function startProcess(
  command: readonly string[],
  start: {
    port: number
    path: string
    cwd?: string
    env?: Record<string, string>
    timeoutMs?: number
    /** Called with its output, if it ends by itself after it has started. */
    onEnd?: (text: string) => void
  },
): Promise<StartedServer> {
  const { port, path, cwd, env = {}, timeoutMs = 60_000, onEnd = () => undefined } = start
  const [program = '', ...parameters] = command
  const startedAt = performance.now()
  const child = spawn(program, parameters, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' })
  const killWithParent = () => void child.kill('SIGKILL')
  process.on('exit', killWithParent)
  child.once('exit', () => process.off('exit', killWithParent))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output = (output + data.toString()).slice(-2_000)))
  }
  const origin = `http://127.0.0.1:${port}`
  while (!(await answers(origin + path))) {
    const isLate = performance.now() - startedAt > timeoutMs
    if (hasEnded(child) || isLate) {
      await end(child, 'SIGKILL')
      throw new Error(`${command.join(' ')} does not answer. ${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  let isAsked = false
  child.once('close', (code, signal) => {
    if (!isAsked) onEnd(`${command.join(' ')} has ended (${code ?? signal}). ${output}`)
  })
  function askToEnd(signal: NodeJS.Signals): Promise<void> {
    isAsked = true
    return end(child, signal)
  }
  return {
    origin,
    startMs: performance.now() - startedAt,
    memory: () => memoryOf(child),
    stop: () => askToEnd('SIGTERM'),
    kill: () => askToEnd('SIGKILL'),
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status, body } = await fetch(url)
    await body?.cancel()
    return status < 500
  } catch {
    return false
  }
}

/** Linux only. */
async function memoryOf({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}

/** Ends it, unless it has ended. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'close')
  child.kill(signal)
  await ended
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
