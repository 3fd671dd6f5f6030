/** Handles the end of the parent process as a SIGHUP. */
export function endWithParent(): void
