import { idIn, type Part, withKey } from './step.ts'

/** An application that manages tags and templates. */
export function* tagsAndTemplates(key: string): Part {
  yield* tags(key)
  yield* templates(key)
}

function* tags(key: string): Part {
  const ask = withKey(key)
  const body = { name: 'Fragile', tag_group_id: 1, color: 'F44336', icon: 'gift', active: true }
  yield* ask('list the tag groups', 200, 'GET', '/v1/tag-groups')
  yield* ask('list the tags', 200, 'GET', '/v1/tags')
  const tag = yield* ask('create a tag', 200, 'POST', '/v1/tags', { body })
  const path = `/v1/tags/${idIn(tag)}`
  yield* ask('create a tag with a name that is taken', 400, 'POST', '/v1/tags', { body })
  yield* ask('create a tag with many invalid fields', 400, 'POST', '/v1/tags', {
    body: { tag_group_id: 21, color: 'red', icon: null, active: 'yes' },
  })
  yield* ask('get the tag', 200, 'GET', path)
  yield* ask('change the colour of the tag', 200, 'PUT', path, { body: { color: '2C6DEF' } })
  yield* ask('rename the tag to its own name', 400, 'PUT', path, { body: { name: 'Fragile' } })
  yield* ask('delete the tag', 200, 'DELETE', path)
  yield* ask('update the deleted tag', 404, 'PUT', path, { body: { color: '2C6DEF' } })
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
  yield* ask('list the templates', 200, 'GET', '/v1/templates')
  const template = yield* ask('create a template', 200, 'POST', '/v1/templates', { body })
  const path = `/v1/templates/${idIn(template)}`
  yield* ask('create a template with many invalid fields', 400, 'POST', '/v1/templates', {
    body: { ...body, name: '', template_type: 'Consumer', channels: [21], active: 1 },
  })
  yield* ask('get the template', 200, 'GET', path)
  yield* ask('replace the template', 200, 'PUT', path, {
    body: { ...body, name: 'Delay, again', channels: null, attachments: null },
  })
  yield* ask('delete the template', 200, 'DELETE', path)
  yield* ask('delete a template of another business', 404, 'DELETE', '/v1/templates/21')
}
