import type { SessionRecord } from '../domain/records.ts'
import type { SeedData } from '../scenarios/seedData.ts'
import { createFillingStorage } from '../storage/fillingStorage.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { currentScenario, type DemoContext, type DemoEnvironment } from './demoContext.ts'
import type { DemoLink } from './demoLink.ts'
import { keepOriginals } from './originals.ts'
import type { WorldRecord } from './records.ts'
import { demoSchema } from './schema.ts'
import { fillNewWorld, replaceData, restoreData } from './seedWorld.ts'

/**
 * Creates functions for worlds whose data are not stored yet: storing many records takes seconds. Memory answers until then, and
 * changes wait.
 *
 * @param logInInitialUser logs in the user of a link.
 */
export function createUnstoredWorlds(
  environment: DemoEnvironment,
  logInInitialUser: (context: DemoContext, link: DemoLink) => Promise<DemoContext>,
) {
  /** Opens a new world, and begins to store it. */
  async function open(context: DemoContext): Promise<DemoContext> {
    const { world, view } = context
    const stored = environment.storageOf(view.world)
    const data = await environment.createData(currentScenario(context), new Date(world.startsAt))
    return openInMemory(context, data, async (sessions) => {
      const record = await fillNewWorld(stored, world, data, sessions)
      // Another tab has stored it, and may have changed it since.
      if (record !== world) environment.notify.change()
      return record
    })
  }

  /**
   * Resets a world while it is being stored, without waiting for that.
   *
   * @param context the tab's state after the reset.
   * @param storing what is being stored.
   */
  function reset(
    context: DemoContext,
    { data, ended }: NonNullable<DemoContext['storing']>,
  ): Promise<DemoContext> {
    const { world, view } = context
    const stored = environment.storageOf(view.world)
    return openInMemory(context, data, async (sessions) => {
      await ended
      const options = { keepSessions: false }
      if (!(await restoreData(stored, world, options))) {
        await replaceData(stored, world, data, options)
      }
      const record = await fillNewWorld(stored, world, data, sessions)
      environment.notify.reset(view.world)
      return record
    })
  }

  /** @param store stores the data and these sessions, and returns the record of the world. */
  async function openInMemory(
    context: DemoContext,
    data: SeedData,
    store: (sessions: readonly SessionRecord[]) => Promise<WorldRecord>,
  ): Promise<DemoContext> {
    const { world, view } = context
    environment.memory.save(view)
    const inMemory = createMemoryStorage(demoSchema, { ...data, worlds: [world] })
    const opened = await logInInitialUser({ ...context, storage: inMemory }, view.link)
    const sessions = await inMemory.read((db) => db.all('sessions'))
    let end = () => {}
    const ended = new Promise<void>((resolve) => (end = resolve))
    opened.storing = { data, ended }
    const fill = async () => {
      try {
        opened.world = await store(sessions)
      } finally {
        opened.storing = undefined
        end()
      }
    }
    const stored = environment.storageOf(view.world)
    opened.storage = keepOriginals(createFillingStorage(stored, inMemory, fill))
    return opened
  }

  return { open, reset }
}
