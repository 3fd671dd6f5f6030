import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { describe, expect, it, onTestFinished } from 'vitest'

import { schema } from '#src/mock/domain/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { backUpFile } from '#src/mock/storage/sqlite/backUpFile.ts'
import { openSqliteFile } from '#src/mock/storage/sqlite/openFile.ts'

import { freshFile, runToEnd, start } from '../support/hostProcess.ts'
import { createTokenOverHttp, logIn } from '../support/http.ts'

/**
 * A data file of version 0.3, which its own host has written until it was killed: the Admin is logged in, and has generated three
 * tokens and deleted one. One has sent requests, and created a tag.
 */
const journal = 'tests/support/journal-0.3.0.data'
const key = 'edesk_GilZkTjsPwElSEW8dzjYQHDHQUqrZi0WxJCd'

/** Opens a data file in this process. A new file gets the demo's data. */
const open = (file: string) =>
  openSqliteFile(schema, file, { fill: (db) => seed(db, defaultWorld(new Date())) })

describe('npm run host -- backup', () => {
  it('copies the data of a running host, which refuses no change meanwhile', async () => {
    const file = freshFile()
    const copy = freshFile()
    const { port } = await start(['--data', file])
    const session = await logIn(port)
    const before = await createTokenOverHttp(port, session, 'Before')
    const backup = runToEnd(['backup', copy, '--data', file])
    const during = createTokenOverHttp(port, session, 'During')
    expect(await backup).toMatchObject({ code: 0, errors: '' })
    expect((await during).id).toMatch(/^tok_/)
    const copied = await open(copy)
    expect(await copied.read((db) => db.get('tokens', before.id))).toBeDefined()
    copied.close()
  })

  it('never replaces a file, and never copies a damaged one', async () => {
    const file = freshFile()
    const storage = await open(file)
    storage.close()
    expect(() => backUpFile(file, journal)).toThrow(`${journal} exists already`)
    const database = new DatabaseSync(file)
    database.exec(`UPDATE "businesses" SET record = replace(record, 'a', 'e')`)
    database.close()
    const copy = freshFile()
    expect(() => backUpFile(file, copy)).toThrow(`${file} is damaged`)
    expect([existsSync(copy), existsSync(`${copy}.new`)]).toEqual([false, false])
  })

  it('says what is missing', async () => {
    const usage = 'Usage: npm run host -- backup COPY --data FILE'
    const [noData, noCopy, noFile] = await Promise.all([
      runToEnd(['backup', 'copy']),
      runToEnd(['backup', '--data', 'file']),
      runToEnd(['backup', freshFile(), '--data', freshFile()]),
    ])
    expect([noData.code, noData.errors]).toEqual([1, expect.stringContaining(usage)])
    expect([noCopy.code, noCopy.errors]).toEqual([1, expect.stringContaining(usage)])
    expect([noFile.code, noFile.errors]).toEqual([1, expect.stringContaining('There is no file')])
  })
})

describe('npm run host -- import', () => {
  it('imports a data file of version 0.3', async () => {
    const file = freshFile()
    const { code, output } = await runToEnd(['import', journal, '--data', file])
    expect([code, output]).toEqual([0, expect.stringContaining(`To use it: --data ${file}`)])
    const storage = await open(file)
    onTestFinished(() => storage.close())
    const server = createServer({
      storage,
      clock: { now: () => new Date() },
      randomBytes: (count) => new Uint8Array(count),
    })
    const headers = { Authorization: `Bearer ${key}` }
    const tags = await server.handle(new Request('http://localhost/v1/tags', { headers }))
    expect(await tags.text()).toContain('From 0.3')
    const tokens = await storage.read((db) => db.all('tokens'))
    expect(tokens.map(({ name }) => name).sort()).toEqual(['ShipFast', 'Łódź returns'])
  })

  it('skips a line that was not written completely, and refuses other damage', async () => {
    const torn = freshFile()
    writeFileSync(torn, `${readFileSync(journal, 'utf8')}[{"table":"tags","id":999,"rec`)
    const damaged = freshFile()
    writeFileSync(damaged, readFileSync(journal, 'utf8').replace('\n[{', '\n[[{'))
    const file = freshFile()
    const [imported, refused] = await Promise.all([
      runToEnd(['import', torn, '--data', freshFile()]),
      runToEnd(['import', damaged, '--data', file]),
    ])
    expect([imported.code, imported.errors]).toEqual([0, ''])
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining('is damaged in line 2'),
    ])
    expect(existsSync(file)).toBe(false)
  })

  it('never writes into a file that exists, and refuses one of another format', async () => {
    const [existing, other] = await Promise.all([
      runToEnd(['import', journal, '--data', journal]),
      runToEnd(['import', 'package.json', '--data', freshFile()]),
    ])
    expect([existing.code, existing.errors]).toEqual([1, expect.stringContaining('exists already')])
    expect([other.code, other.errors]).toEqual([1, expect.stringContaining('is not a data file')])
  })

  it('is what the host asks for, if it gets such a file', async () => {
    const { code, errors } = await runToEnd(['--data', journal])
    expect(code).toBe(1)
    expect(errors).toContain(`npm run host -- import ${journal} --data NEWFILE`)
  })

  it('is in the help', async () => {
    const { output } = await runToEnd(['--help'])
    expect(output).toContain('npm run host -- import OLDFILE --data FILE')
    expect(output).toContain('npm run host -- backup COPY --data FILE')
  })
})
