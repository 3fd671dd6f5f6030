import { useI18n } from 'vue-i18n'

/** Reads a list of sentences from the locale files, for example `list('tokenKey.safe')`. */
export function useMessageLists() {
  const i18n = useI18n()

  function list(key: string): string[] {
    const messages: unknown = i18n.tm(key)
    return Array.isArray(messages) ? messages.map((message: string) => i18n.rt(message)) : []
  }

  return { list }
}
