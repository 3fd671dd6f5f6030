/**
 * `npm run setup`: installs everything that `npm test` needs: npm packages and system programs. Only this command may call sudo
 * outside CI.
 */
import { install, run } from './setup/installPackages.mjs'

await install()
process.exit(await run('node', ['tools/programs/installPrograms.mjs']))
