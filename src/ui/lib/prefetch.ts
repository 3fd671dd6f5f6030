type Load = () => Promise<unknown>

const waiting = new Set<Load>()
let hasStarted = false

/**
 * Loads the files of a part that people may open next, but not before the first page is complete. Reports no failure: the
 * part loads its files again when it opens.
 */
export function prefetch(load: Load): void {
  if (hasStarted) void attempt(load)
  else waiting.add(load)
}

/** Loads everything that waits, and from now on each part at once. */
export function startPrefetching(): void {
  hasStarted = true
  for (const load of waiting) void attempt(load)
  waiting.clear()
}

async function attempt(load: Load): Promise<void> {
  await load().catch(() => undefined)
}
