import { configure, getConfig, screen, waitFor } from '@testing-library/dom'

/** How long `sees`, `findBy…` and `waitFor` wait, in milliseconds: as long as the Playwright kit. */
const timeout = 5_000
const defaultOfTestingLibrary = 1_000

/** Lets tests wait longer than Testing Library does by default, unless a set-up file has chosen a time. */
export function configureTimeout(): void {
  if (getConfig().asyncUtilTimeout !== defaultOfTestingLibrary) return
  configure({ asyncUtilTimeout: timeout })
}

/** Waits for content that a user would see, and returns its element. Fails the test if it does not appear. */
export const sees = {
  /** The heading of the page (level 1). */
  heading: (name: string | RegExp): Promise<HTMLElement> =>
    screen.findByRole('heading', { level: 1, name }),

  text: (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text),

  /** An alert that contains this text. */
  alert: (words = ''): Promise<HTMLElement> => findMessage('alert', words),

  /** A status message that contains this text, such as "Saved". */
  status: (words: string): Promise<HTMLElement> => findMessage('status', words),
}

function findMessage(role: 'alert' | 'status', words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const all = screen.queryAllByRole(role)
    const found = all.find((element) => element.textContent.includes(words))
    if (found) return found
    const shown = all.map((element) => `“${element.textContent}”`).join(', ')
    if (!shown) throw new Error(`The page has no ${role}.`)
    throw new Error(`No ${role} says “${words}”, but: ${shown}.`)
  })
}
