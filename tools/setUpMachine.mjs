/**
 * `npm run setup`: installs everything that `npm test` needs, the packages and the programs of the system. It is the one command
 * that may call sudo.
 */
import { install, run } from './setup.mjs'

await install()
process.exit(await run('node', ['tools/installPrograms.mjs']))
