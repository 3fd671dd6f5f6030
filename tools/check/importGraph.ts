import { readFileSync } from 'node:fs'
import path from 'node:path'

/** For each module, the modules that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

const statement = /^\s*(?:import|export)\s(?!\s*type\s)(?:[^'";]*?\sfrom\s*)?\s*'([^']+)'/gm
const dynamicImport = /\bimport\(\s*'([^']+)'/g

/**
 * Reads the imports of modules of this project. Type imports do not count: they load nothing.
 *
 * @param modules paths from the root of the project.
 */
export function readImports(modules: readonly string[]): ImportGraph {
  return new Map(modules.map((file) => [file, importsIn(readFileSync(file, 'utf8'), file)]))
}

/**
 * Returns the paths of the modules that a module imports, without those of packages.
 *
 * @param file the path of the module.
 */
export function importsIn(text: string, file: string): string[] {
  return [...text.matchAll(statement), ...text.matchAll(dynamicImport)].flatMap(([, name = '']) => {
    const [specifier = ''] = name.split('?')
    if (specifier.startsWith('#src/')) return [specifier.slice(1)]
    if (!specifier.startsWith('.')) return []
    return [path.posix.join(path.posix.dirname(file), specifier)]
  })
}

/** Returns the graph of the modules that import each module. */
export function reversed(imports: ImportGraph): ImportGraph {
  const importers = new Map<string, string[]>()
  for (const [importer, imported] of imports) {
    for (const name of imported) {
      const known = importers.get(name)
      if (known) known.push(importer)
      else importers.set(name, [importer])
    }
  }
  return importers
}

/** Returns how many steps each reachable module is away from the nearest of some modules, which are 0 steps away. */
export function distancesFrom(modules: readonly string[], graph: ImportGraph): Map<string, number> {
  const distances = new Map(modules.map((module) => [module, 0]))
  // A Map also iterates over the entries that are added on the way, so this is a breadth-first search.
  for (const [module, distance] of distances) {
    for (const next of graph.get(module) ?? []) {
      if (!distances.has(next)) distances.set(next, distance + 1)
    }
  }
  return distances
}
