/**
 * The `prepare` script: npm runs it when it packs this package or installs it from the repository. Builds the test kit that
 * other projects import. Plain JavaScript for Node 20. Does nothing when `npm start` or another command here installs packages.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

import { root, run } from './setup/installPackages.mjs'

const isOwnSetup = process.env.EDESK_SETUP !== undefined
const hasVite = existsSync(path.join(root, 'node_modules', 'vite'))
if (!isOwnSetup && hasVite) process.exit(await run('node', ['tools/buildKit.ts']))
