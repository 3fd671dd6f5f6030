import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

/** They matter to the code only. */
const sideEffectImports = /^import '.*\n/gm
const specifiers = /(?<=(?:from |import\()['"])[^'"]+/g

/**
 * Writes the TypeScript declarations of the entry files and their imports. Replaces import paths that work only in this package.
 *
 * @param out the output folder.
 * @param entries source files by their names in the output folder.
 */
export function writeDeclarations(out: string, entries: Readonly<Record<string, string>>): void {
  const types = path.join(out, 'types')
  const settings = ts.getParsedCommandLineOfConfigFile('tsconfig.json', undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => fail([problem]),
  })
  const program = ts.createProgram(
    [...Object.values(entries), 'tools/package/vueFiles.d.ts', 'src/env.d.ts'],
    {
      ...settings?.options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      // What page objects use among themselves.
      stripInternal: true,
      rootDir: path.resolve('.'),
      outDir: types,
    },
  )
  const written = new Map<string, string>()
  const { diagnostics } = program.emit(undefined, (file, text) => {
    written.set(
      path.normalize(file),
      text
        .replaceAll(sideEffectImports, '')
        .replace(specifiers, (specifier) => publishedPath(specifier, file)),
    )
  })
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problems.length > 0) fail(problems)
  for (const [name, entry] of Object.entries(entries)) {
    writeWithImported(path.join(types, entry.replace(/\.ts$/, '.d.ts')))
    const start = entry.replace(/\.ts$/, '.js')
    writeFileSync(path.join(out, `${name}.d.ts`), `export * from './types/${start}'\n`)
  }

  /** Writes a file and its imports. The program emits more files, which the kit does not need. */
  function writeWithImported(file: string): void {
    const text = written.get(file)
    if (text === undefined) return
    written.delete(file)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    for (const [specifier] of text.matchAll(specifiers)) {
      if (!specifier.startsWith('.')) continue
      writeWithImported(path.resolve(path.dirname(file), specifier.replace(/\.js$/, '.d.ts')))
    }
  }

  /** Rewrites a specifier: `#src/…` works only in this package, and `.ts` only for sources. */
  function publishedPath(imported: string, file: string): string {
    // TypeScript names the package that declares a type. A user of the kit has installed the one that exports it.
    if (imported === 'playwright-core') return '@playwright/test'
    if (!/^(#src\/|\.)/.test(imported)) return imported
    const place = imported.startsWith('#')
      ? path.relative(path.dirname(file), path.join(types, imported.slice(1)))
      : imported
    const relative = place.split(path.sep).join('/').replace(/\.ts$/, '.js')
    return relative.startsWith('.') ? relative : `./${relative}`
  }
}

function fail(problems: readonly ts.Diagnostic[]): never {
  const host = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name: string) => name,
    getNewLine: () => '\n',
  }
  console.error(ts.formatDiagnostics(problems, host))
  process.exit(1)
}
