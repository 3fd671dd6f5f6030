/**
 * Makes the page's media queries treat the window as narrower than it is. Adds `pixels` to the lengths in each width query.
 *
 * @param pixels the width that something beside the page takes.
 * @returns a function that restores the media queries.
 */
export function shrinkViewport(pixels: number): () => void {
  const before = new Map<CSSMediaRule, string>()

  function widenRules(rules: CSSRuleList): void {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && !before.has(rule)) {
        const { mediaText } = rule.media
        before.set(rule, mediaText)
        rule.media.mediaText = widenQuery(mediaText, pixels)
      }
      if (rule instanceof CSSGroupingRule) widenRules(rule.cssRules)
    }
  }

  function widenAll(): void {
    for (const { cssRules } of document.styleSheets) widenRules(cssRules)
  }

  // Each page's style sheet loads with the page.
  const styleObserver = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLLinkElement) node.addEventListener('load', widenAll, { once: true })
      if (node instanceof HTMLStyleElement) widenAll()
    }
  })
  styleObserver.observe(document.head, { childList: true })
  widenAll()

  return () => {
    styleObserver.disconnect()
    for (const [{ media }, text] of before) media.mediaText = text
  }
}

/** `(width <= 640px)` becomes `(width <= 984px)`; other features of a query stay as they are. */
function widenQuery(query: string, pixels: number): string {
  return query.replace(/\([^()]*\bwidth\b[^()]*\)/g, (feature) =>
    feature.replace(/([\d.]+)px/g, (_length, number: string) => `${Number(number) + pixels}px`),
  )
}
