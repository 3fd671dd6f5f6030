import type { DemoEnvironment } from '#src/mock/demo/demoContext.ts'
import { demoSchema } from '#src/mock/demo/schema.ts'
import { createMemoryStorages } from '#src/mock/storage/memoryStorages.ts'
import { createWorldRegistry } from '#src/mock/transports/worldRegistry.ts'
import { msPerMinute } from '#src/shared/time.ts'

/** How often unused worlds are removed. */
const cleanUpMs = 10 * msPerMinute

/**
 * Opens a host's worlds.
 *
 * @param database the address of the PostgreSQL that keeps their data. Without one, they are in memory.
 * @param report is called if a clean-up of the database fails. The next one tries again.
 * @throws Error that says what to do, if the database cannot be used.
 */
export async function openWorlds(
  machine: DemoEnvironment['machine'],
  database: string | undefined,
  report: (error: unknown) => void,
) {
  if (database === undefined) {
    const { server, control, changes } = await createWorldRegistry(
      machine,
      createMemoryStorages(demoSchema),
    )
    const nothing = async () => undefined
    return { server, control, changes, read: nothing, leave: nothing, close: () => undefined }
  }
  const { openPostgresWorlds } = await import('#src/mock/storage/postgres/openWorlds.ts')
  const storages = await openPostgresWorlds(demoSchema, database, { random: Math.random })
  const { server, control, changes, removeIdleWorlds } = await createWorldRegistry(
    machine,
    storages,
  )
  const timer = setInterval(() => {
    removeIdleWorlds()
    storages.cleanUp().catch(report)
  }, cleanUpMs)
  return {
    server,
    control,
    changes,
    read: () => storages.check(),
    // If this fails, other hosts remove the worlds later.
    leave: () => storages.close().catch(report),
    close: () => clearInterval(timer),
  }
}
