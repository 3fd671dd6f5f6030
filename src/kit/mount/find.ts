import { screen, waitFor } from '@testing-library/dom'

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
    throw new Error(`No ${role} says “${words}”, but: ${shown || 'the page has none'}.`)
  })
}
