/**
 * `npm run test:engines`: runs the journeys of tests/engines on `dist/demo`, in every engine installed on this machine. Arguments
 * after `--` go to Playwright: `npm run test:engines -- --project=webkit -g "offline"`.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

import { installedFirefox } from './programs/firefox.mjs'
import { fail, root, run } from './setup/installPackages.mjs'
import { installedWebKit } from './programs/webkit.mjs'

if (!existsSync(path.join(root, 'dist/demo/index.html'))) {
  fail('dist/demo does not exist.', 'Build it first: npm run build')
}
if (!installedFirefox()) warnMissing('Firefox', 'firefox-esr')
if (!installedWebKit()) warnMissing('WebKit', 'webkit2gtk-driver xvfb')

process.exitCode = await run('playwright', [
  'test',
  '--config=tests/engines',
  ...process.argv.slice(2),
])

function warnMissing(engine, packages) {
  console.log(
    `${engine} is not installed: skipping its journeys. To install it on Debian: apt-get install ${packages}`,
  )
}
