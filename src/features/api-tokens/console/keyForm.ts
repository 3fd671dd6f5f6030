/** The placeholder for a hidden key. */
export const hiddenKey = 'edesk_…'
