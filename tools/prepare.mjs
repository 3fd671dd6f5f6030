/**
 * What npm runs where this package is installed from its repository or packed: builds what other people's tests import. Plain
 * JavaScript that runs on Node 20, and that does nothing where it is only installed to be worked on or served.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'

import { root, run } from './setup.mjs'

const wanted = process.env.EDESK_SETUP === undefined
const possible = existsSync(path.join(root, 'node_modules', 'vite'))
if (wanted && possible) process.exit(await run('node', ['tools/buildKit.ts']))
