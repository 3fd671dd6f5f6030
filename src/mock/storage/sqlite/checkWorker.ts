/** Checks a database in a thread of its own. Sends what is damaged, or null. */
import { parentPort, workerData } from 'node:worker_threads'

import { checkContent } from './checkContent.ts'
import { textOf } from './fileErrors.ts'

try {
  checkContent(String(workerData))
  parentPort?.postMessage(null)
} catch (error) {
  parentPort?.postMessage(textOf(error))
}
