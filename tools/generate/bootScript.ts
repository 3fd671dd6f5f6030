import { createHash } from 'node:crypto'

import { compileInlineScript } from '../build/compileInlineScript.ts'

/** Returns the source of `bootScript.ts`: the inline script of index.html (src/boot.ts), and its hash for the CSP. */
export function bootScriptSource(): string {
  const text = compileInlineScript('src/boot.ts')
  const hash = createHash('sha256').update(text).digest('base64')
  return [
    '// Generated from src/boot.ts by `npm run generate`. Change that, not this file.',
    `export const bootScript = ${JSON.stringify(text)}`,
    `/** As a source of \`script-src\`. */\nexport const bootScriptHash = "'sha256-${hash}'"`,
  ].join('\n\n')
}
