/**
 * `npm run setup`: installs everything that `npm test` needs, the packages and the programs of the system. It is the one command
 * that may call sudo.
 */
import { giveUp, install, say } from './setup.mjs'

await install()
const { findPrograms, installPrograms, tellPrograms } = await import('./programs.mjs')

const { missing } = await findPrograms()
if (missing.length > 0) await installPrograms(missing)

const programs = await findPrograms()
say('Ready for npm test')
console.log(tellPrograms(programs))
if (programs.missing.some(({ needed }) => needed)) {
  giveUp(
    'The tests need Chromium, and none could be found or installed.',
    'Install one, then run npm run setup again:\n' +
      '- Debian: sudo apt-get install chromium-headless-shell chromium\n' +
      '- Fedora: sudo dnf install chromium-headless chromium\n' +
      '- macOS: brew install --cask chromium\n' +
      '- Windows: winget install Google.Chrome\n' +
      'or name the one you have: CHROMIUM_PATH=/path/to/chrome npm test',
  )
}
