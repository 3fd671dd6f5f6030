import { expect, it, vi } from 'vitest'

import { readOptions } from '../../../tools/serve/commandOptions.ts'

const options = { host: { type: 'string' }, worlds: { type: 'boolean' } } as const

/** Returns what the command prints when it exits. */
function messageFor(...args: string[]): unknown {
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('exit')
  })
  expect(() => readOptions(args, options, 'run [--host ADDRESS]')).toThrow('exit')
  return printed.mock.lastCall?.[0]
}

it.each([
  [['--hots'], "Unknown option '--hots'"],
  [['--host.name=a'], "Unknown option '--host.name'"],
  [['0.0.0.0'], "Unexpected argument '0.0.0.0'"],
  [['--host', '--worlds'], "Option '--host' argument is ambiguous"],
])('names what is wrong in %j, with its dots, and nothing else', (args, problem) => {
  expect(messageFor(...args)).toContain(`${problem}. Usage: run [--host ADDRESS]`)
})

it('returns the options', () => {
  expect(readOptions(['--host', '0.0.0.0'], options, '')).toEqual({ host: '0.0.0.0' })
})
