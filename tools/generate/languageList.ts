import { readdirSync } from 'node:fs'

/** Returns the source of `languageList.ts`: the folders of `src/locales`, in the order of the languages' own names. */
export async function languageListSource(): Promise<string> {
  const folder = new URL('../../src/locales/', import.meta.url)
  const codes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const found = codes.map(async ({ name: code }) => {
    const { default: language } = (await import(new URL(`${code}/language.ts`, folder).href)) as {
      default: { name: string; direction: string }
    }
    return { code, ...language }
  })
  const languages = (await Promise.all(found)).toSorted((one, other) =>
    new Intl.Collator('en').compare(one.name, other.name),
  )
  const names = languages.map(({ code, name }) => `${code}: ${JSON.stringify(name)},`)
  const rightToLeft = languages.filter(({ direction }) => direction === 'rtl')
  return `// Generated from the folders of src/locales by \`npm run generate\`.

/** The languages of the application, each by its own name, in the order of the choice. */
export const languageNames = {${names.join('\n')}} as const

/** The codes of the languages that are written from right to left. */
export const rightToLeft: readonly string[] = ${JSON.stringify(rightToLeft.map(({ code }) => code))}
`
}
