/** Goes between the page and the tour, as it goes between the parts of a window elsewhere. */
export const tourKey = 'F6'
