/**
 * Lets the page's rules for narrow windows hold where the room that is left for it is narrow: it is laid out as if the window
 * had no more.
 *
 * @param pixels how much of the window's width is taken.
 * @returns a function that makes the rules what they were.
 */
export function narrowPage(pixels: number): () => void {
  const before = new Map<CSSMediaRule, string>()

  function shift(rules: CSSRuleList): void {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && !before.has(rule)) {
        const { mediaText } = rule.media
        before.set(rule, mediaText)
        rule.media.mediaText = shifted(mediaText, pixels)
      }
      if (rule instanceof CSSGroupingRule) shift(rule.cssRules)
    }
  }

  function shiftAll(): void {
    for (const { cssRules } of document.styleSheets) shift(cssRules)
  }

  // Pages bring their styles along when they are gone to.
  const arriving = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLLinkElement) node.addEventListener('load', shiftAll, { once: true })
      if (node instanceof HTMLStyleElement) shiftAll()
    }
  })
  arriving.observe(document.head, { childList: true })
  shiftAll()

  return () => {
    arriving.disconnect()
    for (const [{ media }, text] of before) media.mediaText = text
  }
}

/** `(width <= 640px)` becomes `(width <= 984px)`; other features of a query stay as they are. */
function shifted(query: string, by: number): string {
  return query.replace(/\([^()]*\bwidth\b[^()]*\)/g, (feature) =>
    feature.replace(/([\d.]+)px/g, (_length, number: string) => `${Number(number) + by}px`),
  )
}
