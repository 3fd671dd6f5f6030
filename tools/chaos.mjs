/**
 * `npm run chaos`: kills hosts and databases, fills disks, damages files, moves the clock and drops connections, and checks that
 * nothing acknowledged is lost and nothing is doubled (docs/testing.md). `npm run chaos -- sqlite --rounds 5` runs one scenario.
 */
import { install, run } from './setup/installPackages.mjs'
import { endWithParent } from './run/endWithParent.mjs'

await install()
endWithParent()
process.exit(await run('node', ['tools/chaos/main.ts', ...process.argv.slice(2)]))
