import { readFileSync } from 'node:fs'

import ts from 'typescript'

/**
 * A TypeScript file that imports nothing, as a script for browsers: without its types and comments, and with its names for
 * itself.
 *
 * @param file from the project's folder on.
 * @param constants what the file declares and does not define.
 */
export function scriptOf(file: string, constants: Readonly<Record<string, unknown>> = {}): string {
  const { outputText } = ts.transpileModule(
    readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'),
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        removeComments: true,
      },
    },
  )
  const given = Object.entries(constants).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
  )
  return `(() => {\n'use strict'\n${given.join('')}${outputText}})()\n`
}
