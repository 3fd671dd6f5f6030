/** The messages of the language, without those of the demo. */
export default import.meta.glob<object>(['./*.json', '!./demo.json', '!./tour.json'], {
  eager: true,
  import: 'default',
})
