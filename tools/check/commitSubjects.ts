import { countCharacters } from '#src/shared/characters.ts'

const maxLength = 72

/** Words that end in -ed or -ing, yet are imperatives. */
const imperatives: readonly string[] = [
  'Bring',
  'Embed',
  'Exceed',
  'Feed',
  'Need',
  'Ping',
  'Proceed',
  'Seed',
  'Shed',
  'Speed',
  'Spring',
  'String',
  'Succeed',
]

/**
 * Checks a commit's subject (CONTRIBUTING.md, "Commit messages"). A program cannot recognise every imperative, so this only
 * refuses first words that look like a past tense or a participle.
 *
 * @returns one sentence per broken rule; empty if the subject keeps all of them.
 */
export function subjectProblems(subject: string): string[] {
  const problems: string[] = []
  const [firstWord = ''] = /^\p{L}*/u.exec(subject) ?? []
  const length = countCharacters(subject)
  if (length > maxLength) problems.push(`It has ${length} characters; the limit is ${maxLength}.`)
  if (subject.endsWith('.')) problems.push('It ends with a period.')
  if (!/^\p{Lu}/u.test(firstWord)) problems.push('It does not start with a capital letter.')
  if (/(?:ed|ing)$/i.test(firstWord) && !imperatives.includes(firstWord)) {
    problems.push(`“${firstWord}” is not an imperative: write “Add”, not “Added” or “Adding”.`)
  }
  return problems
}
