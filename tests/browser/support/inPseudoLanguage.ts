import { markRaw, nextTick } from 'vue'
import type { VueMessageType } from 'vue-i18n'

import { demoI18n } from '#src/demo/messages.ts'
import { i18n } from '#src/locales/i18n.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

import {
  type PseudoLanguage,
  pseudoLanguages,
  pseudoMessage,
} from '../../support/pseudoLanguages.ts'

/** The English messages as they are written. The build has compiled those of the application. */
const files = import.meta.glob<string>('../../../src/locales/en/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What vue-i18n passes to a message that is a function. Its own type lacks the last two. */
interface Context {
  named: (name: string) => unknown
  plural: (forms: VueMessageType[]) => VueMessageType
  /** Turns a value into a text, or into a node for the component I18nT. */
  interpolate: (value: unknown) => VueMessageType
  normalize: (parts: VueMessageType[]) => VueMessageType
}
type Message = (context: Context) => VueMessageType

type Messages = string | Messages[] | { [name: string]: Messages }
type CompiledMessages = Message | CompiledMessages[] | { [name: string]: CompiledMessages }

for (const language of pseudoLanguages) {
  const all = Object.values(files).map((text) => compileAll(JSON.parse(text) as Messages, language))
  const messages = markRaw(Object.assign({}, ...all) as Record<string, CompiledMessages>)
  for (const { global } of [i18n, demoI18n]) {
    const languages = global as { setLocaleMessage: (name: string, all: object) => void }
    languages.setLocaleMessage(language, messages)
  }
}

function compileAll(messages: Messages, language: PseudoLanguage): CompiledMessages {
  if (typeof messages === 'string') return compile(pseudoMessage(messages, language))
  if (Array.isArray(messages)) return messages.map((message) => compileAll(message, language))
  const entries = Object.entries(messages).map(([name, message]) => [
    name,
    compileAll(message, language),
  ])
  return Object.fromEntries(entries) as Record<string, CompiledMessages>
}

/** The application has no compiler of messages. */
function compile(message: string): Message {
  const forms = message.split(' | ').map((form) => form.split(/(\{[^}]*\})/))
  return (context) => {
    const texts = forms.map((parts) => context.normalize(parts.map((part) => fill(part, context))))
    const [first = '', ...others] = texts
    return others.length === 0 ? first : context.plural(texts)
  }
}

function fill(part: string, context: Context): VueMessageType {
  const [, sign, name] = /^\{(?:'(.)'|(.*))\}$/.exec(part) ?? []
  if (sign !== undefined) return sign
  return name === undefined ? part : context.interpolate(context.named(name))
}

/** Shows the page in a pseudo language while a function runs, and in English afterwards. What is open on the page stays open. */
export async function inPseudoLanguage(
  language: PseudoLanguage,
  check: () => Promise<void>,
): Promise<void> {
  i18n.global.locale.value = language
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar-XB' ? 'rtl' : 'ltr'
  await nextTick()
  try {
    await check()
  } finally {
    await showLanguage('en')
    await nextTick()
  }
}
