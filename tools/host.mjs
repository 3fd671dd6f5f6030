/**
 * `npm run host`: installs the packages, builds the application for a real backend, and serves both over HTTP.
 */
import { fail, install, run, log } from './setup/installPackages.mjs'

/** With one of these, the host does something else than serving the application. */
const withoutApplication = ['backup', 'import', '--help', '-h', '--print-config']

const args = process.argv.slice(2)
await install()
if (!args.some((arg) => withoutApplication.includes(arg))) await build()
process.exit(await run('node', ['tools/serve/host.ts', ...args]))

async function build() {
  log('Building the application (a few seconds)')
  const built = await run('vite', ['build', '--mode', 'real', '--logLevel', 'warn'])
  if (built !== 0) {
    fail(
      'The application could not be built.',
      'See the error above. If the packages look broken, run: npm ci, then npm run host again.',
    )
  }
  log('Starting the host')
}
