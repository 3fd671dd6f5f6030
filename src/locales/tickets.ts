import tickets from './en/tickets.json'
import { addMessages } from './i18n.ts'

addMessages(tickets)
