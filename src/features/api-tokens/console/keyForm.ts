/** What stands in a key's place where it is not to be seen. */
export const hiddenKey = 'edesk_…'
