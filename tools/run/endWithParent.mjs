/**
 * Handles the end of the parent process as a SIGHUP: npm that was killed passes no signal on. For commands that run to an end; a
 * server may outlive what has started it.
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
