import { existsSync, statSync } from 'node:fs'

import { schema } from '#src/mock/domain/schema.ts'

import { fail } from '../fail.ts'
import { hostOptions } from '../options/hostOptions.ts'
import { readCommand } from '../options/readCommand.ts'
import { readJournal, writeJournal } from './readJournal.ts'
import { assertSqlite } from './sqliteVersion.ts'

interface DataCommand {
  /** The name of its first argument in the help. */
  argument: string
  /** The help: one short sentence without a period. */
  help: string
  /** Returns what to print. @throws Error that says what to do. */
  run(argument: string, data: string): Promise<string>
}

const dataCommands: Readonly<Record<string, DataCommand>> = {
  backup: {
    argument: 'COPY',
    help: 'copies the data file to COPY, also while the host uses it',
    async run(copy, data) {
      const { backUpFile } = await import('#src/mock/storage/sqlite/backUpFile.ts')
      backUpFile(data, copy)
      return `${copy} is a complete copy of ${data}. To use it: --data ${copy}`
    },
  },
  import: {
    argument: 'OLDFILE',
    help: 'creates the data file from OLDFILE, a data file of version 0.3',
    async run(journal, data) {
      const { openSqliteFile } = await import('#src/mock/storage/sqlite/openFile.ts')
      if (existsSync(data) && statSync(data).size > 0) {
        throw new Error(`${data} exists already. Import into a new file.`)
      }
      const records = readJournal(journal)
      let count = 0
      const storage = await openSqliteFile(schema, data, {
        fill: async (db) => void (count = await writeJournal(records, db)),
      })
      storage.close()
      return `${data} has all ${count} records of ${journal}. To use it: --data ${data}`
    },
  },
}

/** Returns the help for the commands: two lines for each. */
export function dataCommandsHelp(program: string): string {
  return Object.entries(dataCommands)
    .map(([name, { argument, help }]) => `${usageOf(program, name, argument)}\n    ${help}`)
    .join('\n')
}

function usageOf(program: string, name: string, argument: string): string {
  return `${program} ${name} ${argument} --data FILE`
}

/**
 * Runs the command of the host that the arguments name, if there is one, and exits. If it fails, prints what to do and exits with
 * code 1.
 *
 * @param program how to call the host, such as `npm run host --`.
 */
export async function runDataCommand(program: string, args: readonly string[]): Promise<void> {
  const [name = '', argument = '', ...rest] = args
  const command = Object.hasOwn(dataCommands, name) ? dataCommands[name] : undefined
  if (!command) return
  const isNamed = argument !== '' && !argument.startsWith('-')
  const usage = usageOf(program, name, command.argument)
  const options = isNamed ? rest : args.slice(1)
  const { data } = readCommand(
    `${program} ${name} ${command.argument}`,
    { data: hostOptions.data },
    options,
  )
  if (!isNamed || data === undefined) return fail(`A file is missing. Usage: ${usage}`)
  try {
    assertSqlite()
    console.log(await command.run(argument, data))
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
  process.exit(0)
}
