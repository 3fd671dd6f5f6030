/**
 * `npm test`: installs missing packages and runs all checks of this project (tools/run/testSteps.ts). Its last line is
 * `N passed, N failed`, which counts each test, and each step that has no tests.
 */
import { install, run } from './setup/installPackages.mjs'
import { endWithParent } from './run/endWithParent.mjs'

await install()
endWithParent()
process.exit(await run('node', ['tools/run/runTests.ts']))
