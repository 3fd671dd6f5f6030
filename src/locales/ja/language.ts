/** The language's own name, and the direction in which it is written. */
export default { name: '日本語', direction: 'ltr' }
