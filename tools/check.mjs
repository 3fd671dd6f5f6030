/**
 * `npm run check`: runs the checks that the uncommitted and unpushed changes concern (tools/check). It does not replace
 * `npm test`, which runs all checks.
 */
import { endWithParent } from './run/endWithParent.mjs'
import { install, run } from './setup/installPackages.mjs'

await install()
endWithParent()
process.exit(await run('node', ['tools/check/runCheck.ts']))
