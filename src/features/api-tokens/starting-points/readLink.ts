import {
  accessLevelValues,
  characterLimits,
  featureValues,
  permissionValues,
} from '#src/api/generated/values.ts'
import { keyPrefix, shortestPart, withoutKeys } from '#src/api/keyFormat.ts'
import { countCharacters } from '#src/ui/countCharacters.ts'

import { everyFeatureAt } from '../access.ts'
import type { DayRange, WantedExpiry } from '../expiry.ts'
import type { AccessLevel, Feature, Permission } from '../tokenApi.ts'
import { type Access, accessOf, type TemplateName, templateNames } from './templates.ts'

/** The query of an address as the router gives it: a name that comes more than once has all of its values. */
export type Query = Readonly<Record<string, string | null | readonly (string | null)[]>>

/** Something in a link that does not fit, and is left out. */
export type LinkProblem =
  | { kind: 'unknown' | 'repeated' | 'control-characters' | 'secret'; parameter: string }
  | { kind: 'without-custom'; parameter: Feature }
  | { kind: 'in-the-past' | 'too-far'; parameter: 'expires' }
  | { kind: 'too-long'; parameter: string; limit: number }
  | { kind: 'wrong-value'; parameter: string; value: string; allowed: readonly string[] }

/** What a link fills in; the empty text and undefined where it says nothing. */
export interface LinkReading {
  name: string
  description: string
  template: TemplateName | undefined
  /** Undefined where a template alone says it. */
  access: Access | undefined
  expires: WantedExpiry | undefined
  problems: LinkProblem[]
  /** The parameters that may hold a secret, as they stand in the address: they should not stay there. */
  secrets: string[]
}

const periods = ['7', '30', '60', '90', '365'] as const
const secretName =
  /(?:^|[-_.])(?:api|access|auth|client|bearer)?(?:key|token|secret|password|authorization|bearer)s?$/i
const longestShown = 60

/**
 * Reads what a link to the form wants filled in (docs/token-links.md). What does not fit exactly is told and left out, never
 * guessed; the whole of a parameter, never a part.
 *
 * @param days on which a token can expire.
 */
export function readLink(query: Query, days: DayRange): LinkReading {
  const problems: LinkProblem[] = []
  const secrets: string[] = []
  const texts = new Map<string, string>()

  for (const [parameter, value] of Object.entries(query)) {
    const values = [value].flat().map((text) => text ?? '')
    if (isSecret(parameter, values)) {
      secrets.push(parameter)
      problems.push({ kind: 'secret', parameter: shown(parameter) })
    } else if (!isKnown(parameter)) problems.push({ kind: 'unknown', parameter: shown(parameter) })
    else if (values.length > 1) problems.push({ kind: 'repeated', parameter })
    else texts.set(parameter, values[0] ?? '')
  }

  function oneOf<Value extends string>(
    parameter: string,
    allowed: readonly Value[],
  ): Value | undefined {
    const text = texts.get(parameter)
    if (text === undefined) return undefined
    const value = allowed.find((candidate) => candidate === text)
    if (value === undefined) {
      problems.push({ kind: 'wrong-value', parameter, value: shown(text), allowed })
    }
    return value
  }

  function readText(parameter: string, limit: number, control: RegExp): string {
    const text = (texts.get(parameter) ?? '').trim()
    if (control.test(text)) problems.push({ kind: 'control-characters', parameter })
    else if (countCharacters(text) > limit) problems.push({ kind: 'too-long', parameter, limit })
    else return text
    return ''
  }

  function readAccess(template: TemplateName | undefined): Access | undefined {
    const level = oneOf('level', accessLevelValues)
    const features = featureValues.filter((feature) => texts.has(feature))
    const ofTemplate = template && accessOf(template)
    if ((level ?? ofTemplate?.level) !== 'custom') {
      for (const parameter of features) problems.push({ kind: 'without-custom', parameter })
      return level && { level, permissions: everyFeatureAt('no_access') }
    }
    const chosen: [Feature, Permission][] = []
    for (const feature of features) {
      const permission = oneOf(feature, permissionValues)
      if (permission) chosen.push([feature, permission])
    }
    if (!level && chosen.length === 0) return undefined
    const base = ofTemplate?.permissions ?? everyFeatureAt('no_access')
    const custom: AccessLevel = 'custom'
    return { level: custom, permissions: { ...base, ...Object.fromEntries(chosen) } }
  }

  function readExpiry(): WantedExpiry | undefined {
    const text = texts.get('expires')
    if (text === undefined) return undefined
    if (text === 'none') return { period: 'never', date: '' }
    if (isDate(text)) return readDay(text)
    const period = periods.find((candidate) => candidate === text)
    if (period) return { period, date: '' }
    const allowed = [...periods, 'none', 'YYYY-MM-DD']
    problems.push({ kind: 'wrong-value', parameter: 'expires', value: shown(text), allowed })
    return undefined
  }

  function readDay(date: string): WantedExpiry | undefined {
    if (date >= days.first && date <= days.last) return { period: 'date', date }
    problems.push({ kind: date < days.first ? 'in-the-past' : 'too-far', parameter: 'expires' })
    return undefined
  }

  const template = oneOf('template', templateNames)
  return {
    name: readText('name', characterLimits.TokenName, /[\p{Cc}\p{Cs}]/u),
    // It may have lines.
    description: readText(
      'description',
      characterLimits.TokenDescription,
      /(?![\t\n\r])[\p{Cc}\p{Cs}]/u,
    ),
    template,
    access: readAccess(template),
    expires: readExpiry(),
    problems,
    secrets,
  }
}

const textParameters = ['name', 'description', 'level', 'template', 'expires']

function isKnown(parameter: string): boolean {
  return [...textParameters, ...featureValues].includes(parameter)
}

/** No link may carry a key: an address is kept in histories and logs. */
function isSecret(parameter: string, values: readonly string[]): boolean {
  return (!isKnown(parameter) && secretName.test(parameter)) || [parameter, ...values].some(hasKey)
}

function hasKey(text: string): boolean {
  return new RegExp(`${keyPrefix}[0-9A-Za-z]{${shortestPart}}`).test(text)
}

/** A day of the calendar: no 30th of February. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** What of a stranger's text is shown: its beginning, and no key. */
function shown(text: string): string {
  const characters = Array.from(withoutKeys(text))
  return characters.length > longestShown
    ? `${characters.slice(0, longestShown).join('')}…`
    : characters.join('')
}
