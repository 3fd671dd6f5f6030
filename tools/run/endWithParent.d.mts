/** Emits SIGHUP when the parent process ends. */
export function endWithParent(): void
