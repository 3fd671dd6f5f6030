import { globSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'
import { compileTemplate, parse } from 'vue/compiler-sfc'

import { wrapChangingText } from '../../../tools/build/translatableText.ts'

/** The text nodes that Vue would change by themselves in this template. */
function changingTextNodes(source: string): string[] {
  const { code } = compileTemplate({
    id: 'test',
    filename: 'test.vue',
    source,
    compilerOptions: { hoistStatic: false, nodeTransforms: [wrapChangingText] },
  })
  // Strings among the children of a static element never change, and are no calls.
  return code.match(/_createTextVNode\(.*_toDisplayString.*/g) ?? []
}

const examples = {
  'text beside an element': '<p><b>1</b> {{ text }}</p>',
  'text before and after an element': '<p>{{ text }}<b>1</b> and {{ text }}</p>',
  'the content of a slot': '<VBtn>{{ text }}</VBtn>',
  'the fallback of a slot': '<time><slot>{{ text }}</slot></time>',
  'text in a condition': '<p><template v-if="on">{{ text }}</template><b v-else>1</b></p>',
  'text in a loop': '<p><template v-for="word of words" :key="word">{{ word }}</template></p>',
  'a root': '{{ text }}',
}

it.each(Object.entries(examples))('gives an element of its own to %s', (_what, source) => {
  expect(changingTextNodes(source)).toEqual([])
  // Otherwise, this test would not find what it looks for.
  const { code } = compileTemplate({ id: 'test', filename: 'test.vue', source })
  expect(code).toMatch(/_createTextVNode\(|\[\s*_toDisplayString|return _toDisplayString/)
})

it('leaves the text of an element without other children as it is', () => {
  const source = '<p>Hello {{ name }}!</p>'
  const { code } = compileTemplate({
    id: 'test',
    filename: 'test.vue',
    source,
    compilerOptions: { nodeTransforms: [wrapChangingText] },
  })
  expect(code).not.toContain('span')
})

it('has no template with code that a browser would translate', () => {
  const found = globSync('src/**/*.vue').flatMap((file) => {
    const elements = readFileSync(file, 'utf8').match(/<(?:code|kbd|pre|samp)\b[^>]*>/g) ?? []
    return elements
      .filter((element) => !element.includes('translate="no"'))
      .map((element) => `${file}: ${element}`)
  })
  expect(found).toEqual([])
})

it('has no template with an I18nT that keeps its texts when its message changes', () => {
  const found = globSync('src/**/*.vue').flatMap((file) => {
    const elements = readFileSync(file, 'utf8').match(/<I18nT\b[^>]*>/g) ?? []
    return elements.filter(
      (element) => element.includes(' :keypath=') && !element.includes(' :key='),
    )
  })
  expect(found).toEqual([])
})

it('leaves no changing text beside other nodes in any template of the product', () => {
  const files = globSync('src/**/*.vue')
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) => {
    const { template } = parse(readFileSync(file, 'utf8')).descriptor
    return changingTextNodes(template?.content ?? '').map((text) => `${file}: ${text}`)
  })
  expect(found).toEqual([])
})
