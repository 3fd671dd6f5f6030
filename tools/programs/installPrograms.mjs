/** Second part of `npm run setup`, run by the Node from node_modules: installs the programs that the tests start. */
import { findPrograms, installPrograms, describePrograms } from './programs.mjs'
import { fail, log } from '../setup/installPackages.mjs'

const { missing } = await findPrograms()
if (missing.length > 0) await installPrograms(missing)

const programs = await findPrograms()
log('Programs for the tests')
console.log(describePrograms(programs))
if (programs.missing.some(({ needed }) => needed)) {
  fail(
    'The tests need Chromium. None was found, and it could not be installed.',
    'Install one, then run npm run setup again:\n' +
      '- Debian: sudo apt-get install chromium-headless-shell chromium\n' +
      '- Fedora: sudo dnf install chromium-headless chromium\n' +
      '- macOS: brew install --cask chromium\n' +
      '- Windows: winget install Google.Chrome\n' +
      'or set the path of an existing one: CHROMIUM_PATH=/path/to/chrome npm test',
  )
}
