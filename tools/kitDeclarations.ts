import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

const specifiers = /(?<=(?:from |import\()['"])[^'"]+/g

/**
 * Writes the declarations of some files as TypeScript makes them of the sources, with no path in them that only works here.
 *
 * @param out the folder.
 * @param entries each file by the name that it gets there.
 */
export function writeDeclarations(out: string, entries: Readonly<Record<string, string>>): void {
  const types = path.join(out, 'types')
  const settings = ts.getParsedCommandLineOfConfigFile('tsconfig.json', undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem) => giveUp([problem]),
  })
  const program = ts.createProgram(
    [...Object.values(entries), 'tools/vueFiles.d.ts', 'src/env.d.ts'],
    {
      ...settings?.options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: path.resolve('.'),
      outDir: types,
    },
  )
  const written = new Map<string, string>()
  const { diagnostics } = program.emit(undefined, (file, text) => {
    written.set(
      path.normalize(file),
      text.replace(specifiers, (named) => placeOf(named, file)),
    )
  })
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problems.length > 0) giveUp(problems)
  for (const [name, entry] of Object.entries(entries)) {
    writeWithImported(path.join(types, entry.replace(/\.ts$/, '.d.ts')))
    const start = entry.replace(/\.ts$/, '.js')
    writeFileSync(path.join(out, `${name}.d.ts`), `export * from './types/${start}'\n`)
  }

  /** A file, and those that it needs: what the program was made of besides says nothing to others. */
  function writeWithImported(file: string): void {
    const text = written.get(file)
    if (text === undefined) return
    written.delete(file)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    for (const [named] of text.matchAll(specifiers)) {
      if (!named.startsWith('.')) continue
      writeWithImported(path.resolve(path.dirname(file), named.replace(/\.js$/, '.d.ts')))
    }
  }

  /** `#src/…` works in this package alone, and `.ts` only where sources are. */
  function placeOf(imported: string, file: string): string {
    if (!/^(#src\/|\.)/.test(imported)) return imported
    const place = imported.startsWith('#')
      ? path.relative(path.dirname(file), path.join(types, imported.slice(1)))
      : imported
    const relative = place.split(path.sep).join('/').replace(/\.ts$/, '.js')
    return relative.startsWith('.') ? relative : `./${relative}`
  }
}

function giveUp(problems: readonly ts.Diagnostic[]): never {
  const host = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name: string) => name,
    getNewLine: () => '\n',
  }
  console.error(ts.formatDiagnostics(problems, host))
  process.exit(1)
}
