/**
 * `npm run test:engines`: the journeys of tests/engines in every engine that this machine has, on `dist/demo`. What follows
 * `--` goes to Playwright: `npm run test:engines -- --project=webkit -g "offline"`.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

import { installedFirefox } from './firefox.mjs'
import { giveUp, root, run } from './setup.mjs'
import { installedWebKit } from './webkit.mjs'

if (!existsSync(path.join(root, 'dist/demo/index.html'))) {
  giveUp('There is no dist/demo to test.', 'Build it first: npm run build')
}
if (!installedFirefox()) tellOf('Firefox', 'firefox-esr')
if (!installedWebKit()) tellOf('WebKit', 'webkit2gtk-driver xvfb')

process.exitCode = await run('playwright', [
  'test',
  '--config=tests/engines',
  ...process.argv.slice(2),
])

function tellOf(engine, packages) {
  console.log(
    `${engine}: not installed, so its journeys are skipped (Debian: apt-get install ${packages})`,
  )
}
