import { type Access, accessOf, sameAccess, type TemplateName } from './templates.ts'

/** What a template fills in. */
export interface Contents {
  description: string
  access: Access
}

/** What a template has filled in, and what was there before it. */
export interface Filling {
  template: TemplateName
  own: Contents
  given: Contents
}

/**
 * Chooses a template, or none. Nothing of the person's own gets lost by it: a description of theirs stays, an access of theirs
 * comes back with "none", and so does what they have changed of an earlier template's.
 *
 * @param present what the form holds now.
 * @param before what the template that is chosen now has filled in.
 * @param describe the words that a template has for the description.
 */
export function chooseTemplate(
  present: Contents,
  before: Filling | undefined,
  template: TemplateName | undefined,
  describe: (template: TemplateName) => string,
): { contents: Contents; filling: Filling | undefined } {
  const own = before ? ownOf(present, before) : present
  if (!template) return { contents: own, filling: undefined }
  const given = {
    description: own.description.trim() === '' ? describe(template) : own.description,
    access: accessOf(template),
  }
  return { contents: given, filling: { template, own, given } }
}

/** Without what came from a template and is still as it came. */
function ownOf(present: Contents, { own, given }: Filling): Contents {
  return {
    description: present.description === given.description ? own.description : present.description,
    access: sameAccess(present.access, given.access) ? own.access : present.access,
  }
}
