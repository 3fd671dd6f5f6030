/** What a page of a guide tells its reader to do. */
export interface GuidePage {
  /** The commands to run, in order. */
  commands: readonly string[]
  /** The files to write: their content, by their path. */
  files: Readonly<Record<string, string>>
}

/**
 * Reads the code blocks of a section. Blocks without a language are commands. Each other block is a file, and the paragraph
 * before it ends with its path.
 */
export function readGuidePage(guide: string, title: string): GuidePage {
  const section = guide.split(/^(?=## )/m).find((text) => text.startsWith(`## ${title}\n`)) ?? ''
  const commands: string[] = []
  const files: Record<string, string> = {}
  let previousEnd = 0
  for (const { 0: block, 1: language, 2: code = '', index } of section.matchAll(
    /^```(\w*)\n([^]*?)^```$/gm,
  )) {
    const before = section.slice(previousEnd, index).trim().split('\n').at(-1) ?? ''
    previousEnd = index + block.length
    if (language === '') commands.push(...code.trim().split('\n'))
    else files[lastFileIn(before) ?? before] = code
  }
  return { commands, files }
}

function lastFileIn(text: string): string | undefined {
  return [...text.matchAll(/`([\w./-]+\.\w+)`/g)].at(-1)?.[1]
}
