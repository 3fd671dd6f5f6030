/** `npm start`: installs, builds and serves the demo. PORT changes the port. */
import { fail, install, run, log } from './setup/installPackages.mjs'

await install()

log('Building the demo (a few seconds)')
const built = await run('vite', ['build', '--mode', 'demo', '--logLevel', 'warn'])
if (built !== 0) {
  fail(
    'The demo could not be built.',
    'See the error above. If the packages look broken, run: npm ci, then npm start again.',
  )
}

log('Starting the server')
process.exit(await run('node', ['tools/serve/serve.ts', 'dist/demo']))
