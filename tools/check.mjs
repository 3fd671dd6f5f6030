/**
 * `npm run check`: checks what the uncommitted and unpushed change touches (tools/check). It does not replace `npm test`, which
 * checks everything.
 */
import { endWithParent } from './run/endWithParent.mjs'
import { install, run } from './setup.mjs'

await install()
endWithParent()
process.exit(await run('node', ['tools/runCheck.ts']))
