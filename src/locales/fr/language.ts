/** The language's own name, and the direction in which it is written. */
export default { name: 'Français', direction: 'ltr' }
