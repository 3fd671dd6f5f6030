/**
 * `npm run bench`: how fast the product is, measured against a bare page of the same libraries (docs/speed.md).
 * `npm run bench -- 9` measures nine times instead of five.
 */
import { giveUp, install, run, say } from './setup.mjs'

await install()
const { findBrowser } = await import('./browser.mjs')
const browser =
  (await findBrowser()) ??
  giveUp('Measuring needs Chromium, and none was found.', 'To install one: npm run setup')
say(`Measuring in ${browser}`)
process.exit(
  await run('node', ['tools/bench/main.ts', ...process.argv.slice(2)], { CHROMIUM_PATH: browser }),
)
