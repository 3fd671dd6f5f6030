import { onTestFinished } from 'vitest'

const html = 'http://www.w3.org/1999/xhtml'
const untranslated = 'script, style, textarea, [translate="no"]'

/**
 * Translates the page as a browser does: replaces each text node by `<font>` elements with a new text node, now and whenever a
 * text appears or changes. The words stay the same, so that tests find them.
 */
export function translatePage(): void {
  const observer = new MutationObserver(() => {
    translate()
    // The translator's own changes.
    observer.takeRecords()
  })
  translate()
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  onTestFinished(() => observer.disconnect())
}

function translate(): void {
  const texts: Text[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && isTranslatable(node)) texts.push(node)
  }
  for (const text of texts) {
    const outer = document.createElementNS(html, 'font')
    const inner = document.createElementNS(html, 'font')
    inner.append(text.data)
    outer.append(inner)
    text.replaceWith(outer)
  }
}

function isTranslatable({ data, parentElement }: Text): boolean {
  if (data.trim() === '' || !parentElement) return false
  return !parentElement.closest(`font, ${untranslated}`)
}
