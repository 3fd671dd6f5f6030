import { type Access, accessOf, sameAccess, type TemplateName } from './templates.ts'

/** The fields that a template fills in. */
export interface TemplateFields {
  description: string
  access: Access
}

/** A chosen template, with the contents of the form before it (`own`) and after it (`given`). */
export interface AppliedTemplate {
  template: TemplateName
  own: TemplateFields
  given: TemplateFields
}

/**
 * Chooses a template or removes it. The user's own input is never lost: their description stays, their access returns when the
 * template is removed, and so do their changes to what an earlier template filled in.
 *
 * @param present the current contents of the form.
 * @param before the template that is chosen now, with what it filled in.
 * @param describe returns the description text of a template.
 */
export function applyTemplate(
  present: TemplateFields,
  before: AppliedTemplate | undefined,
  template: TemplateName | undefined,
  describe: (template: TemplateName) => string,
): { contents: TemplateFields; applied: AppliedTemplate | undefined } {
  const own = before ? ownOf(present, before) : present
  if (!template) return { contents: own, applied: undefined }
  const given = {
    description: own.description.trim() === '' ? describe(template) : own.description,
    access: accessOf(template),
  }
  return { contents: given, applied: { template, own, given } }
}

/** Returns the contents without what a template filled in and the user has not changed. */
function ownOf(present: TemplateFields, { own, given }: AppliedTemplate): TemplateFields {
  return {
    description: present.description === given.description ? own.description : present.description,
    access: sameAccess(present.access, given.access) ? own.access : present.access,
  }
}
