import type { RequestLogRecord } from './records.ts'
import { keyOf } from '../scenarios/demoKeys.ts'
import { scenarioOf } from './scenarios.ts'
import { emptySeedData } from '../scenarios/seedData.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { encodeChanges } from './changesCodec.ts'
import type { DemoControl, DemoState } from './demoControl.ts'
import {
  type DemoFile,
  exportedTables,
  faultsForFile,
  faultsOfFile,
  DemoFileError,
  readDemoFile,
} from './demoFile.ts'
import { parseFault } from './faults.ts'
import { formatLink } from './demoLink.ts'
import { type DemoContext, createWorldRecord, type DemoEnvironment } from './demoContext.ts'
import { keepOriginals } from './originals.ts'
import { createRecorder } from './recorder.ts'
import { replayRequests } from './replay.ts'
import { isChange } from './requestLogRecord.ts'
import { demoSchema } from './schema.ts'
import { cookieValue, logInAs } from './demoSessions.ts'
import { replaceData, seedWorld } from './seedWorld.ts'

/** The world of an imported file. */
const importedWorld = 'imported'

/** Creates the commands that save and restore a demo: link, export, import and replay. */
export function createSharing({
  currentContext,
  environment,
  changeContext,
  state,
}: {
  currentContext: () => Promise<DemoContext>
  environment: DemoEnvironment
  changeContext: (step: (context: DemoContext) => Promise<DemoContext>) => Promise<DemoState>
  state: () => Promise<DemoState>
}): Pick<DemoControl, 'link' | 'export' | 'import' | 'replay'> {
  const { machine } = environment

  async function readExchanges({ storage, recorder }: DemoContext): Promise<RequestLogRecord[]> {
    await recorder.flush()
    return storage.read((db) => db.all('exchanges'))
  }

  return {
    async link() {
      const context = await currentContext()
      const current = await state()
      const requests = (await readExchanges(context)).filter(isNeededForReplay)
      const changes = requests.length > 0 ? await encodeChanges(requests) : undefined
      const link = formatLink({
        scenario: current.scenario,
        as: roleOf(current),
        now: current.now,
        ...(current.clock === 'still' ? { clock: current.clock } : {}),
        ...(current.address === null ? {} : { from: current.address }),
        latency: current.latency,
        faults: current.faults,
        ...(current.transport === 'page' ? { transport: current.transport } : {}),
        ...(current.panel ? { panel: true } : {}),
        ...(hasCustomStart(current) ? { starts: current.startsAt } : {}),
        ...(changes === undefined ? {} : { changes }),
      })
      const reason = inexactReason(current, requests, changes)
      return reason === null ? { link, exact: true, reason } : { link, exact: false, reason }
    },

    async export() {
      const context = await currentContext()
      const current = await state()
      const exchanges = await readExchanges(context)
      const records = await context.storage.read(async (db) => {
        const tables = exportedTables.map(async (name) => [name, await db.all(name)] as const)
        return Object.fromEntries(await Promise.all(tables)) as unknown as DemoFile['records']
      })
      const worlds = records.worlds.map(({ seededBy: _, ...world }) => world)
      return {
        format: 'edesk-demo',
        version: 1,
        scenario: current.scenario,
        startsAt: current.startsAt,
        seed: current.seed,
        view: {
          as: current.as,
          now: current.now,
          latency: current.latency,
          faults: faultsForFile(current.faults),
        },
        records: { ...records, worlds },
        exchanges,
      }
    },

    import: async (given) => {
      const file = readDemoFile(given)
      return changeContext((context) => importFile(file, context))
    },

    async replay(given) {
      const file = readDemoFile(given)
      const storage = createMemoryStorage(demoSchema)
      const record = createWorldRecord(file.scenario, file.startsAt, file.seed, machine.now())
      const world = await scenarioOf(file.scenario).world(new Date(file.startsAt))
      await storage.write((db) => seedWorld(db, record, world))
      const needed = file.exchanges.filter(isNeededForReplay)
      const { done, different } = await replayRequests(needed, {
        storage,
        keyOf: (name) => keyOf(file.scenario, name),
        randomBytes: machine.randomBytes,
      })
      return { done, different }
    },
  }

  /** @throws DemoFileError if the file's person is not among its users. Nothing changes in this case. */
  async function importFile(
    file: DemoFile,
    { view, recorder: lastRecorder }: DemoContext,
  ): Promise<DemoContext> {
    const { as } = file.view
    if (as !== 'nobody' && !file.records.users.some(({ email }) => email === as.toLowerCase())) {
      throw new DemoFileError('no-user')
    }
    const faults = faultsOfFile(file)
    await environment.joinWorld(importedWorld)
    const storage = environment.storageOf(importedWorld)
    const now = Date.parse(file.view.now)
    const seededAt = machine.now() - (now - Date.parse(file.startsAt))
    const { worlds, ...records } = file.records
    // A reset goes to the start of the scenario, not to the file. So the file's data are not its originals.
    const { seededBy: _, ...imported } =
      worlds[0] ?? createWorldRecord(file.scenario, file.startsAt, file.seed, seededAt)
    const world = { ...imported, seededAt: new Date(seededAt).toISOString() }
    const data = { ...emptySeedData(), ...records }
    await lastRecorder.flush()
    const recorder = createRecorder(storage, environment.unstored?.(importedWorld) ?? null)
    // Entries of an earlier import do not belong to this file.
    if (view.world === importedWorld) lastRecorder.drop()
    recorder.drop()
    await replaceData(storage, world, data, { keepSessions: false, exchanges: file.exchanges })
    const header =
      as === 'nobody' ? '' : await logInAs(storage, as, new Date(now), machine.randomBytes)
    const next: DemoContext = {
      view: {
        link: { scenario: file.scenario },
        world: importedWorld,
        own: { cookie: cookieValue(header) ?? null },
        latency: file.view.latency,
        faults,
        counts: {},
        transport: view.transport,
        panel: view.panel,
      },
      storage: keepOriginals(storage),
      world,
      recorder,
    }
    environment.memory.save(next.view)
    return next
  }
}

/** Whether a replay needs the request to reach the same state. */
function isNeededForReplay(exchange: RequestLogRecord): boolean {
  if (!isChange(exchange)) return false
  const fault = exchange.fault === null ? undefined : parseFault(exchange.fault)
  // An answer that a test has prepared: the operation did not run.
  if (exchange.fault !== null && !fault) return false
  const what = fault?.what
  if (typeof what === 'number' || what === 'lost' || what === 'never') return false
  // A failed management request changes nothing. The public API counts and records failed requests too.
  return exchange.surface === 'public' || exchange.status < 400
}

/** Returns why a link does not restore the state exactly; null if it does. */
function inexactReason(
  state: DemoState,
  requests: readonly RequestLogRecord[],
  changes: string | undefined,
): string | null {
  if (requests.length > 0 && changes === undefined)
    return 'The changes are too many for a link: it restores only the scenario.'
  if (requests.some(hasFiles)) return 'A request contained files, which a link cannot contain.'
  if (requests.length > 0 && state.seed === null)
    return 'The world has no seed: the link restores it with other ids and keys.'
  return null
}

/** Whether a request contained files. The log has only their names and sizes. */
function hasFiles({ headers, status }: RequestLogRecord): boolean {
  return status < 400 && (headers['Content-Type'] ?? '').startsWith('multipart/')
}

function roleOf({ as, scenario }: DemoState) {
  const { admin, agent } = scenarioOf(scenario).accounts
  if (as === 'nobody') return as
  if (as === admin) return 'admin'
  return as === agent ? 'agent' : as
}

function hasCustomStart({ scenario, startsAt }: DemoState): boolean {
  return Date.parse(startsAt) !== Date.parse(scenarioOf(scenario).startsAt)
}
