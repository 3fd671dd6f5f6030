import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { permissionValues } from '#src/api/generated/values.ts'
import {
  applyTemplate,
  type TemplateFields,
  type AppliedTemplate,
} from '#src/features/api-tokens/prefill/applyTemplate.ts'
import {
  accessOf,
  type TemplateName,
  templateNames,
} from '#src/features/api-tokens/prefill/templates.ts'
import { permissions } from '#src/kit/builders.ts'

const nothing: TemplateFields = {
  description: '',
  access: { level: undefined, permissions: permissions({}) },
}
const describeIt = (template: TemplateName) => `Words for ${template}`

/** A form, and functions to change it. */
function form(contents: TemplateFields = nothing) {
  const state: { contents: TemplateFields; applied: AppliedTemplate | undefined } = {
    contents,
    applied: undefined,
  }
  return {
    state,
    choose: (template?: TemplateName) =>
      Object.assign(state, applyTemplate(state.contents, state.applied, template, describeIt)),
    type: (description: string) => (state.contents = { ...state.contents, description }),
  }
}

describe('the templates', () => {
  it('grant only what each application needs', () => {
    const given = Object.fromEntries(
      templateNames.map((name) => {
        const { level, permissions: each } = accessOf(name)
        const more = Object.entries(each).filter(([, permission]) => permission !== 'no_access')
        return [name, level === 'custom' ? Object.fromEntries(more) : level]
      }),
    )
    expect(given).toEqual({
      shipping: { sales_orders: 'full_access' },
      analytics: {
        tickets: 'read_only',
        messages: 'read_only',
        tag_items: 'read_only',
        channels: 'read_only',
      },
      chatbot: { tickets: 'full_access', messages: 'full_access', contacts: 'read_only' },
      accounting: { sales_orders: 'read_only', contacts: 'read_only' },
      backup: 'read_only',
    })
  })
})

describe('choosing a template', () => {
  it('fills in access and description', () => {
    const { state, choose } = form()
    choose('shipping')
    expect(state.contents).toEqual({
      description: 'Words for shipping',
      access: accessOf('shipping'),
    })
  })

  it("keeps a description that the user has typed, even if it equals an earlier template's", () => {
    const { state, choose, type } = form({ ...nothing, description: 'Mine' })
    choose('shipping')
    expect(state.contents.description).toBe('Mine')
    choose('chatbot')
    expect(state.contents.description).toBe('Mine')
    type('')
    choose('backup')
    expect(state.contents.description).toBe('Words for backup')
    type('Words for backup, every night')
    choose('shipping')
    expect(state.contents.description).toBe('Words for backup, every night')
    expect(state.contents.access).toEqual(accessOf('shipping'))
  })

  it('replaces what an earlier template filled in', () => {
    const { state, choose } = form()
    choose('shipping')
    choose('analytics')
    expect(state.contents).toEqual({
      description: 'Words for analytics',
      access: accessOf('analytics'),
    })
  })

  it("is undone by choosing no template, which restores the user's input", () => {
    const own: TemplateFields = {
      description: 'Mine',
      access: { level: 'custom', permissions: permissions({ users: 'read_only' }) },
    }
    const anyChoices = fc.array(fc.constantFrom(...templateNames), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(anyChoices, fc.constantFrom(nothing, own), (choices, before) => {
        const { state, choose } = form(before)
        for (const template of choices) choose(template)
        choose()
        expect(state).toEqual({ contents: before, applied: undefined })
      }),
    )
  })

  it("keeps the user's changes of the template's access", () => {
    const { state, choose } = form()
    choose('shipping')
    const changed = {
      level: 'custom' as const,
      permissions: permissions({ sales_orders: 'full_access', tickets: 'read_only' }),
    }
    state.contents = { ...state.contents, access: changed }
    choose()
    expect(state.contents).toEqual({ description: '', access: changed })
  })

  it('never loses a typed description, whatever is chosen and changed before and after', () => {
    const step = fc.oneof(
      fc.record({ choose: fc.constantFrom(undefined, ...templateNames) }),
      fc.record({ allow: fc.constantFrom(...permissionValues) }),
    )
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, after) => {
        const { state, choose, type } = form()
        const take = (steps: typeof before) => {
          for (const each of steps) {
            if ('choose' in each) choose(each.choose)
            else
              state.contents = {
                ...state.contents,
                access: { level: 'custom', permissions: permissions({ users: each.allow }) },
              }
          }
        }
        take(before)
        type('Typed by hand')
        take(after)
        expect(state.contents.description).toBe('Typed by hand')
      }),
    )
  })
})
