/**
 * `npm run host`, after the build: `node tools/serve/host.ts [options]`. Its options: `npm run host -- --help`, and the folder of
 * the application. `node tools/serve/host.ts backup` and `import` need no build.
 */
import { existsSync } from 'node:fs'

import { dataCommandsHelp, runDataCommand } from './data/dataCommands.ts'
import { fail } from './fail.ts'
import { textOption } from './options/definition.ts'
import { hostOptions } from './options/hostOptions.ts'
import { readCommand } from './options/readCommand.ts'
import { runHost } from './runHost.ts'

const command = 'npm run host'
await runDataCommand(`${command} --`, process.argv.slice(2))
const { app = 'dist/real', ...config } = readCommand(
  `${command} --`,
  {
    ...hostOptions,
    app: textOption({
      variable: 'EDESK_APP',
      placeholder: 'FOLDER',
      help: 'serves the application in this folder instead of dist/real',
    }),
  },
  process.argv.slice(2),
  `\n${dataCommandsHelp(`${command} --`)}`,
)
if (!existsSync(app)) fail(`The application is not built. To build and serve it: ${command}`)
await runHost(config, {
  app,
  command: `${command} --`,
  commandWithPort: (port) => `PORT=${port} ${command}`,
})
