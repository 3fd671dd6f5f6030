/** A bundled package, as Vite lists it. */
interface Bundled {
  name: string
  version: string
  /** The SPDX identifier of its licence. */
  identifier?: string
  /** The text of its licence. */
  text?: string
}

/** Where Vite writes the list of the packages that a build bundles. */
export const licenseFile = '.vite/license.json'

/** Writes the lists of several builds as one page, with each package once. */
export function licensesPage(lists: readonly string[]): string {
  const packages = lists.flatMap((list) => JSON.parse(list) as Bundled[])
  const sections = packages.map(
    ({ name, version, identifier = 'no licence named', text = '' }) =>
      `## ${name} ${version} (${identifier})\n\n${text}`,
  )
  return `${['# Licences of the bundled packages', ...new Set(sections.sort())].join('\n\n')}\n`
}
