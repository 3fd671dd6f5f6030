import tickets from './en/tickets.json'
import { addWords } from './i18n.ts'

addWords(tickets)
