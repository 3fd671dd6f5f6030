import { directionOf, type Language } from '#src/locales/languages.ts'
import { pluralRules } from '#src/locales/pluralRules.ts'

import {
  anyNumber,
  directionControl,
  interpolation,
  placeholdersIn,
  sourceOf,
} from './expressions.ts'
import type { MessageKey } from './messageKey.ts'
import { readMessages } from './readMessages.ts'

/** The values of a message's placeholders. A message with plural forms chooses one by a `count` that is a number. */
export type Values = Readonly<Record<string, string | number>>

/** One of the messages that an element may show. */
export type Key = MessageKey | readonly MessageKey[]

/** The name of an element, for `getByRole`. */
export interface ElementName {
  name: string | RegExp
  exact: true
}

/** The messages of a language, from the files of the application. Page objects find elements by them. */
export class Words {
  readonly language: Language
  readonly #messages: object

  constructor(language: Language) {
    this.language = language
    this.#messages = readMessages(language)
  }

  /** Returns a message as the page shows it. A placeholder without a value becomes “…”. */
  text(key: MessageKey, values: Values = {}): string {
    const form = this.#formsOf(key, values).at(-1) ?? ''
    return form.replaceAll(interpolation, (_, literal?: string, name = '') =>
      String(literal ?? values[name] ?? '…'),
    )
  }

  /** Returns what an error calls an element: `button "Add a token"`. */
  describe(kind: string, key: MessageKey, values?: Values): string {
    return `${kind} "${this.text(key, values)}"`
  }

  /**
   * Returns the name of an element. A placeholder without a value matches any text.
   *
   * @example page.getByRole('button', words.named('people.grant', { name: 'Sam Rivera' }))
   */
  named(key: Key, values: Values = {}): ElementName {
    const isFixed =
      typeof key === 'string' &&
      this.#formsOf(key, values).length === 1 &&
      placeholdersIn(this.#message(key)).every((name) => this.#isShownAsIs(values[name]))
    return { name: isFixed ? this.text(key, values) : this.pattern(key, values), exact: true }
  }

  /** Returns the name of an element that may end with a number: "Filters", "Filters (2)". */
  counted(key: MessageKey): ElementName {
    const source = String.raw`^${this.#sourceOf(key, {})}(?:\s\(?${anyNumber}\)?)?$`
    return { name: new RegExp(source), exact: true }
  }

  /** Returns an expression for the whole text of an element. A placeholder without a value matches any text. */
  pattern(key: Key, values: Values = {}): RegExp {
    return new RegExp(`^${this.#sourceOf(key, values)}$`)
  }

  /** Whether the page shows the value of a placeholder without any change. */
  #isShownAsIs(value: string | number | undefined): boolean {
    const isSameDirection = directionOf(this.language) === 'ltr'
    return isSameDirection && typeof value === 'string' && !directionControl.test(value)
  }

  #sourceOf(key: Key, values: Values): string {
    const forms = [key].flat().flatMap((one) => this.#formsOf(one, values))
    const sources = new Set(forms.map((form) => sourceOf(form, values)))
    return `(?:${[...sources].join('|')})`
  }

  /** Returns the plural forms of a message: the one for a number, or all. */
  #formsOf(key: MessageKey, { count }: Values): readonly string[] {
    const forms = this.#message(key).split(/\s*\|\s*(?![^{]*'\})/)
    if (typeof count !== 'number') return forms
    const position = pluralRules[this.language]?.(count, forms.length) ?? englishForm(count, forms)
    return [forms[position] ?? '']
  }

  #message(key: MessageKey): string {
    let found: unknown = this.#messages
    for (const name of key.split('.')) found = Reflect.get(Object(found) as object, name)
    if (typeof found === 'string') return found
    throw new Error(`The language "${this.language}" has no message "${key}".`)
  }
}

/** Returns the position of the form for a number in an English message, as vue-i18n chooses it by default. */
function englishForm(count: number, { length }: readonly string[]): number {
  if (length === 2) return count === 1 ? 0 : 1
  return Math.min(count, length - 1)
}
