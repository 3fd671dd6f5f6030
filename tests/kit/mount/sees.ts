import { screen, waitFor } from '@testing-library/dom'

/** Waits for what a person would see, and gives the element. What does not come fails the test, with what is there in its place. */
export const sees = {
  /** The page's heading (level 1). */
  heading: (name: string | RegExp): Promise<HTMLElement> =>
    screen.findByRole('heading', { level: 1, name }),

  text: (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text),

  /** An alert that says this somewhere. */
  alert: (words = ''): Promise<HTMLElement> => saying('alert', words),

  /** A status message that says this somewhere, such as "Saved". */
  status: (words: string): Promise<HTMLElement> => saying('status', words),
}

function saying(role: 'alert' | 'status', words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const all = screen.queryAllByRole(role)
    const found = all.find((element) => element.textContent.includes(words))
    if (found) return found
    const said = all.map((element) => `“${element.textContent}”`).join(', ')
    throw new Error(`No ${role} says “${words}”, but: ${said || 'none is there'}.`)
  })
}
