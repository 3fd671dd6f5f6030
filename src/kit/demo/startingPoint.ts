import { readFileSync } from 'node:fs'

import { type DemoFile, readDemoFile } from '#src/mock/demo/demoFile.ts'
import { parseLink } from '#src/mock/demo/demoLink.ts'
import type { ScenarioName } from '#src/mock/scenarios/scenarioNames.ts'

import { situationLink } from '../situation.ts'
import type { Situation } from './demo.ts'

/** Where a test starts, if not at the beginning of a scenario. */
export interface StartingPoint {
  scenario: ScenarioName
  /** The query of a demo link. */
  link?: string
  file?: DemoFile
}

/**
 * Reads the option `from`.
 *
 * @param from a demo link or its query, or the path of an exported file.
 * @throws DemoLinkError if a value in the link is invalid.
 * @throws Error if there is no such file, or it is not an exported demo.
 */
export function readStartingPoint(from: string): StartingPoint {
  if (from.endsWith('.json')) {
    const file = readDemoFile(JSON.parse(readFileSync(from, 'utf8')))
    return { scenario: file.scenario, file }
  }
  const link = from.replace(/^[^?]*\?/, '').replace(/#.*$/, '')
  const { scenario } = parseLink(new URLSearchParams(link))
  if (scenario) return { scenario, link }
  throw new Error(
    `"${from}" is neither a demo link, such as "?demo=tokens&demo.as=admin", nor an exported file, such as "demo.json".`,
  )
}

/** Returns the link of a situation, which may continue from another one. */
export function linkFrom({ from, ...situation }: Situation): string {
  if (from?.link === undefined) return situationLink(situation)
  const { scenario: _scenario, ...view } = situation
  return [from.link, situationLink(view)].filter((part) => part !== '').join('&')
}
