/** The placeholder for a hidden key. */
export const keyPlaceholder = 'edesk_…'
