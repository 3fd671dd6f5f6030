import { readFileSync } from 'node:fs'

import ts from 'typescript'

/**
 * Compiles a TypeScript file without imports to a script for browsers: removes types and comments, and wraps it in a function,
 * so that it defines no globals.
 *
 * @param file its path, relative to the project folder.
 * @param constants values for names that the file only declares.
 */
export function compileInlineScript(
  file: string,
  constants: Readonly<Record<string, unknown>> = {},
): string {
  const { outputText } = ts.transpileModule(
    readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
    {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        removeComments: true,
      },
    },
  )
  const definitions = Object.entries(constants).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
  )
  return `(() => {\n'use strict'\n${definitions.join('')}${outputText}})()\n`
}
