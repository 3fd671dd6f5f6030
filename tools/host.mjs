/**
 * `npm run host`: installs the packages, builds the application for a real backend, and serves both over HTTP. The commands
 * `backup` and `import` need no build.
 */
import { fail, install, run, log } from './setup/installPackages.mjs'

const args = process.argv.slice(2)
const host = ['tools/serve/host.ts', ...args]
await install()

if (args.some((arg) => ['--help', '-h', '--print-config'].includes(arg))) {
  process.exit(await run('node', host))
}

const args = process.argv.slice(2)
if (!['backup', 'import'].includes(args[0] ?? '')) await build()
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
