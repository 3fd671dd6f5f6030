import { characterLimits, featureValues } from '#src/api/generated/values.ts'
import { isCalendarDay } from '#src/shared/businessDay.ts'
import { containsKey, maskKeys } from '#src/shared/keysInText.ts'
import { countCharacters, shortenText } from '#src/shared/characters.ts'

import type { DayRange, ExpiryChoiceValue } from '../form/expiry.ts'
import { type AccessProblem, type Query, readAccess, readOneOf } from './accessParameters.ts'
import { type Access, accessOf, type TemplateName, templateNames } from './templates.ts'
import { isTrackingParameter } from './trackingParameters.ts'

/** An invalid part of a link, which is ignored. */
export type LinkProblem =
  | AccessProblem
  | { kind: 'unknown' | 'repeated' | 'control-characters' | 'secret'; parameter: string }
  | { kind: 'in-the-past' | 'too-far'; parameter: 'expires' }
  | { kind: 'too-long'; parameter: string; limit: number }

/** What a link fills in. A field that it doesn't set is an empty string or undefined. */
export interface PrefillLink {
  name: string
  description: string
  template: TemplateName | undefined
  /** Undefined if the link sets no access, or sets it only by its template. */
  access: Access | undefined
  expires: ExpiryChoiceValue | undefined
  problems: LinkProblem[]
  /** The names of the parameters that may contain a secret. They should not stay in the URL. */
  secrets: string[]
}

const periods = ['7', '30', '60', '90', '365'] as const
const secretName =
  /(?:^|[-_.])(?:api|access|auth|client|bearer)?(?:key|token|secret|password|authorization|bearer)s?$/i
const maxShownLength = 60

/**
 * Reads what a link fills in (docs/token-links.md). An invalid parameter is reported and ignored as a whole. The function never
 * guesses what it means.
 *
 * @param days the days on which a token can expire.
 * @param removed parameters that are no longer in the query, because they contained a key.
 */
export function parsePrefillLink(
  query: Query,
  days: DayRange,
  removed: readonly string[] = [],
): PrefillLink {
  const secrets: string[] = [...removed]
  const problems: LinkProblem[] = removed.map((parameter) => ({
    kind: 'secret',
    parameter: shown(parameter),
  }))
  const texts = new Map<string, string>()

  for (const [parameter, value] of Object.entries(query)) {
    // The router finds the function `Object` at the parameter `constructor`, and null at one without a value.
    const values = [value].flat().map((text) => (typeof text === 'string' ? text : ''))
    if (isSecret(parameter, values)) {
      secrets.push(parameter)
      problems.push({ kind: 'secret', parameter: shown(parameter) })
    } else if (isTrackingParameter(parameter)) continue
    else if (!isKnown(parameter)) problems.push({ kind: 'unknown', parameter: shown(parameter) })
    else if (values.length > 1) problems.push({ kind: 'repeated', parameter })
    else texts.set(parameter, values[0] ?? '')
  }

  function report(problem: LinkProblem): void {
    problems.push(
      problem.kind === 'wrong-value' ? { ...problem, value: shown(problem.value) } : problem,
    )
  }

  function readText(parameter: string, limit: number, control: RegExp): string {
    const text = (texts.get(parameter) ?? '').trim()
    if (control.test(text)) problems.push({ kind: 'control-characters', parameter })
    else if (countCharacters(text) > limit) problems.push({ kind: 'too-long', parameter, limit })
    else return text
    return ''
  }

  function readExpiry(): ExpiryChoiceValue | undefined {
    const text = texts.get('expires')
    if (text === undefined) return undefined
    if (text === 'none') return { period: 'never', date: '' }
    if (isCalendarDay(text)) return readDay(text)
    const period = periods.find((candidate) => candidate === text)
    if (period) return { period, date: '' }
    const allowed = [...periods, 'none', 'YYYY-MM-DD']
    report({ kind: 'wrong-value', parameter: 'expires', value: text, allowed })
    return undefined
  }

  function readDay(date: string): ExpiryChoiceValue | undefined {
    if (date >= days.first && date <= days.last) return { period: 'date', date }
    problems.push({ kind: date < days.first ? 'in-the-past' : 'too-far', parameter: 'expires' })
    return undefined
  }

  const template = readOneOf(texts, 'template', templateNames, report)
  return {
    name: readText('name', characterLimits.TokenName, /[\p{Cc}\p{Cs}]/u),
    // A description may have line breaks.
    description: readText(
      'description',
      characterLimits.TokenDescription,
      /(?![\t\n\r])[\p{Cc}\p{Cs}]/u,
    ),
    template,
    access: readAccess(texts, report, template && accessOf(template)),
    expires: readExpiry(),
    problems,
    secrets,
  }
}

const textParameters = ['name', 'description', 'level', 'template', 'expires']

function isKnown(parameter: string): boolean {
  return [...textParameters, ...featureValues].includes(parameter)
}

/** Whether a parameter may contain a secret. No link may contain a key, because URLs are kept in histories and logs. */
function isSecret(parameter: string, values: readonly string[]): boolean {
  return (
    (!isKnown(parameter) && secretName.test(parameter)) || [parameter, ...values].some(containsKey)
  )
}

/** Returns the part of an untrusted text to show: its beginning, without keys. */
function shown(text: string): string {
  return shortenText(maskKeys(text), maxShownLength)
}
