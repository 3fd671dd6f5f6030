/**
 * `npm run bench:host`: measures the HTTP host beside json-server and Prism (docs/host.md). `npm run bench:host -- 20` measures each
 * for 20 seconds instead of 5.
 */
import { fail, install, run, log } from './setup/installPackages.mjs'

await install()
log('Building the application (a few seconds)')
if ((await run('vite', ['build', '--mode', 'real', '--logLevel', 'warn'])) !== 0) {
  fail('The application could not be built.', 'See the error above.')
}
process.exit(await run('node', ['tools/bench/host/main.ts', ...process.argv.slice(2)]))
