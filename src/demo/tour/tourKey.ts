/** The key that moves focus between the page and the tour. By convention it moves between the panes of a window. */
export const tourKey = 'F6'
