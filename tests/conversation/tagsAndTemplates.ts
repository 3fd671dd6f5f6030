import { idIn, type Part, withKey } from './step.ts'

/** An application that keeps tags and templates in order. */
export function* tagsAndTemplates(key: string): Part {
  yield* tags(key)
  yield* templates(key)
}

function* tags(key: string): Part {
  const ask = withKey(key)
  const body = { name: 'Fragile', tag_group_id: 1, color: 'F44336', icon: 'gift', active: true }
  yield* ask('the groups', 200, 'GET', '/v1/tag-groups')
  yield* ask('the tags', 200, 'GET', '/v1/tags')
  const tag = yield* ask('a new tag', 200, 'POST', '/v1/tags', { body })
  const address = `/v1/tags/${idIn(tag)}`
  yield* ask('the same name once more', 400, 'POST', '/v1/tags', { body })
  yield* ask('a tag that is wrong in many ways', 400, 'POST', '/v1/tags', {
    body: { tag_group_id: 21, color: 'red', icon: null, active: 'yes' },
  })
  yield* ask('the tag', 200, 'GET', address)
  yield* ask('the tag in another colour', 200, 'PUT', address, { body: { color: '2C6DEF' } })
  yield* ask('a name that has not changed', 400, 'PUT', address, { body: { name: 'Fragile' } })
  yield* ask('the tag goes', 200, 'DELETE', address)
  yield* ask('and is gone', 404, 'PUT', address, { body: { color: '2C6DEF' } })
}

function* templates(key: string): Part {
  const ask = withKey(key)
  const body = {
    name: 'Delay',
    body_text: 'Your parcel is late.',
    template_usage: 'Manual',
    template_type: ['Consumer'],
    active: true,
    channels: [1],
    attachments: [{ url: 'https://www.example.com/map.pdf', name: 'map.pdf' }],
  }
  yield* ask('the templates', 200, 'GET', '/v1/templates')
  const template = yield* ask('a new template', 200, 'POST', '/v1/templates', { body })
  const address = `/v1/templates/${idIn(template)}`
  yield* ask('a template that is wrong in many ways', 400, 'POST', '/v1/templates', {
    body: { ...body, name: '', template_type: 'Consumer', channels: [21], active: 1 },
  })
  yield* ask('the template', 200, 'GET', address)
  yield* ask('the template is replaced', 200, 'PUT', address, {
    body: { ...body, name: 'Delay, again', channels: null, attachments: null },
  })
  yield* ask('the template goes', 200, 'DELETE', address)
  yield* ask("another business's template", 404, 'DELETE', '/v1/templates/21')
}
