import { describe, expect, it } from 'vitest'

import {
  listOption,
  numberOption,
  switchOption,
  textOption,
} from '../../../tools/serve/options/definition.ts'
import { describeConfig, optionsHelp } from '../../../tools/serve/options/describeOptions.ts'
import { readOptions } from '../../../tools/serve/options/readOptions.ts'

const definitions = {
  port: numberOption({
    variable: 'PORT',
    placeholder: 'PORT',
    help: 'listens on this port',
    fallback: '4174',
    max: 65_535,
  }),
  data: textOption({ variable: 'EDESK_DATA', placeholder: 'FILE', help: 'keeps the data' }),
  worlds: switchOption({ variable: 'EDESK_WORLDS', help: 'opens worlds' }),
  name: listOption({ variable: 'EDESK_NAME', placeholder: 'NAME', help: 'accepts a name' }),
  secret: textOption({
    variable: 'EDESK_SECRET',
    placeholder: 'TEXT',
    help: 'is never printed',
    isSecret: true,
  }),
}

const read = (args: readonly string[], environment: Record<string, string> = {}) =>
  readOptions(definitions, args, environment)

describe('an option', () => {
  it('has its default without a flag and a variable', () => {
    expect(read([]).values).toEqual({
      port: 4174,
      data: undefined,
      worlds: false,
      name: [],
      secret: undefined,
    })
  })

  it('has the value of its variable, with commas between several', () => {
    const environment = { PORT: '80', EDESK_DATA: 'a b', EDESK_WORLDS: 'true', EDESK_NAME: 'a, b' }
    expect(read([], environment).values).toMatchObject({
      port: 80,
      data: 'a b',
      worlds: true,
      name: ['a', 'b'],
    })
  })

  it('has the value of its flag rather than that of its variable', () => {
    const environment = { PORT: '80', EDESK_WORLDS: 'false', EDESK_NAME: 'c' }
    const args = ['--port', '81', '--worlds', '--name', 'a', '--name', 'b']
    expect(read(args, environment).values).toMatchObject({
      port: 81,
      worlds: true,
      name: ['a', 'b'],
    })
  })

  it('has its default if the variable is empty, as compose files pass one that is not set', () => {
    const { values } = read([], { PORT: '', EDESK_DATA: '', EDESK_WORLDS: '', EDESK_NAME: '' })
    expect(values).toEqual(read([]).values)
  })
})

describe('a wrong option', () => {
  const all = 'Options: --port, --data, --worlds, --name, --secret, --print-config, --help'

  it.each([
    [['--prot'], "Unknown option '--prot'."],
    [['--port.name=a'], "Unknown option '--port.name'."],
    [['0.0.0.0'], "Unexpected argument '0.0.0.0'."],
    [['--data', '--worlds'], "Option '--data' argument is ambiguous."],
    [['--data'], "Option '--data <value>' argument missing."],
  ])('is named with the possible ones: %j', (args, problem) => {
    expect(() => read(args)).toThrow(new Error(`${problem} ${all}`))
  })

  it.each([
    [{ PORT: 'x' }, 'Wrong value “x” of PORT. Use a number from 0 to 65535.'],
    [{ PORT: '65536' }, 'Wrong value “65536” of PORT. Use a number from 0 to 65535.'],
    [{ PORT: '-1' }, 'Wrong value “-1” of PORT. Use a number from 0 to 65535.'],
    [{ PORT: '1.5' }, 'Wrong value “1.5” of PORT. Use a number from 0 to 65535.'],
    [{ EDESK_WORLDS: 'yes' }, 'Wrong value “yes” of EDESK_WORLDS. Use true or false.'],
    [{ EDESK_NAME: 'a,,b' }, 'Wrong value “a,,b” of EDESK_NAME. It must not be empty.'],
  ])('has a value that is refused with the possible ones: %j', (environment, message) => {
    expect(() => read([], environment)).toThrow(new Error(message))
  })

  it('is named by its flag, and its value is not printed if it is a secret', () => {
    expect(() => read(['--port='])).toThrow('Wrong value “” of --port.')
    expect(() => read(['--secret='])).toThrow(
      new Error('Wrong value of --secret. It must not be empty.'),
    )
  })
})

it('the configuration says where each value comes from, and hides secrets', () => {
  const config = read(['--worlds', '--secret', 'hunter2'], { EDESK_NAME: 'a,b' })
  expect(describeConfig(definitions, config).split('\n')).toEqual([
    'port    4174  default',
    'data    -     default',
    'worlds  true  --worlds',
    'name    a,b   EDESK_NAME',
    'secret  •••   --secret',
  ])
  expect([config.printConfig, read(['--print-config']).printConfig]).toEqual([false, true])
})

it('the help names the flag, the variable and the default of each option', () => {
  expect(optionsHelp(definitions).split('\n').slice(0, 4)).toEqual([
    '  --port PORT     listens on this port (PORT; default: 4174)',
    '  --data FILE     keeps the data (EDESK_DATA)',
    '  --worlds        opens worlds (EDESK_WORLDS)',
    '  --name NAME     accepts a name (EDESK_NAME, with commas)',
  ])
})
