import { type Locator, userEvent } from 'vitest/browser'

/** Presses Tab until a control has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  const stops: (string | undefined)[] = []
  for (let step = 0; step < 40; step += 1) {
    await userEvent.keyboard('{Tab}')
    if (document.activeElement === control.query()) return
    stops.push(document.activeElement?.outerHTML.slice(0, 80))
  }
  throw new Error(`Tab does not reach ${control.asLocator()}. It stops at:\n${stops.join('\n')}`)
}
