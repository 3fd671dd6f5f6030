/**
 * `npm run bench`: measures the product's speed against a bare page with the same libraries (docs/speed.md).
 * `npm run bench -- 9` measures nine times instead of five. `npm run bench -- 9 FOLDER` also compares the list with an earlier build
 * of the demo in that folder.
 */
import { fail, install, run, log } from './setup/installPackages.mjs'

await install()
const { findBrowser } = await import('./programs/chromium.mjs')
const browser =
  (await findBrowser()) ??
  fail('The benchmark needs Chromium, and none was found.', 'To install it: npm run setup')
log(`Measuring in ${browser}`)
process.exit(
  await run('node', ['tools/bench/main.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: browser }),
)
