/**
 * Emits SIGHUP when the parent process ends: a killed npm does not forward a signal. Not for a server that may outlive the
 * process that started it.
 */
export function endWithParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.emit('SIGHUP', 'SIGHUP')
  }, 500)
  timer.unref()
}
