import type { SFCTemplateCompileOptions } from 'vue/compiler-sfc'

type NodeTransform = NonNullable<
  NonNullable<SFCTemplateCompileOptions['compilerOptions']>['nodeTransforms']
>[number]
type Node = Parameters<NodeTransform>[0]
type Root = Extract<Node, { type: 0 }>
type Child = Root['children'][number]
type Element = Extract<Child, { type: 1 }>
type Text = Extract<Child, { type: 2 | 5 }>

/** The kinds of nodes and of elements, as in Vue's `NodeTypes` and `ElementTypes`. */
const kinds = { root: 0, element: 1, text: 2, interpolation: 5 } as const
const nativeElement = 0

/**
 * Puts changing text of a template into an element of its own, where it has siblings or is the content of a slot or a condition.
 *
 * A browser that translates a page replaces each text node by `<font>` elements. Vue keeps the replaced node: it would change the
 * node that is no longer in the page, and a status would keep its old text. Vue replaces the whole content of an element that
 * contains only text, so such an element shows the right text whatever was in it before.
 */
export const wrapChangingText: NodeTransform = (node) => {
  // The root, before Vue's own transforms reach its descendants: the tree is still as written.
  if (isRoot(node)) node.children = wrapIn(node, false)
}

function wrapIn(parent: Root | Element, isNative: boolean): Child[] {
  const wrapped: Child[] = []
  for (const run of runsOfText(parent.children)) {
    if (!isText(run[0])) {
      for (const child of run)
        if (isElement(child)) child.children = wrapIn(child, isNativeElement(child))
      wrapped.push(...run)
      continue
    }
    const texts = run.filter(isText)
    const isWhole = isNative && run.length === parent.children.length
    wrapped.push(...(isWhole || !needsElement(texts, isNative) ? run : [spanOf(texts)]))
  }
  return wrapped
}

/** The children, with adjacent texts and interpolations together. */
function runsOfText(children: readonly Child[]): [Child, ...Child[]][] {
  const runs: [Child, ...Child[]][] = []
  for (const child of children) {
    const last = runs.at(-1)
    if (last && isText(last[0]) && isText(child)) last.push(child)
    else runs.push([child])
  }
  return runs
}

/** Text that never changes stays as it is, unless it can come and go by itself: in a slot or a condition. */
function needsElement(texts: readonly Text[], isNative: boolean): boolean {
  if (texts.some(({ type }) => type === kinds.interpolation)) return true
  return !isNative && texts.some((text) => text.type === kinds.text && text.content.trim() !== '')
}

function spanOf(texts: Text[]): Element {
  const [first] = texts
  if (!first) throw new Error('There is no text to wrap.')
  return {
    type: kinds.element,
    ns: 0,
    tag: 'span',
    tagType: nativeElement,
    props: [],
    children: texts,
    loc: first.loc,
    codegenNode: undefined,
  }
}

function isRoot(node: Node): node is Root {
  return node.type === kinds.root
}

function isElement(node: Child): node is Element {
  return node.type === kinds.element
}

function isNativeElement({ tagType }: Element): boolean {
  return tagType === nativeElement
}

function isText(node: Child): node is Text {
  return node.type === kinds.text || node.type === kinds.interpolation
}
