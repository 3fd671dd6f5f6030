/**
 * `npm test`: installs what is missing and checks everything about this project (tools/run/testSteps.ts). Ends with a line
 * `N passed, N failed`, in which each test counts as one, and each step without tests of its own.
 */
import { install, run } from './setup.mjs'
import { endWithParent } from './run/endWithParent.mjs'

await install()
endWithParent()
process.exit(await run('node', ['tools/runTests.ts']))
