import help from './en/help.json'
import { addMessages } from './i18n.ts'

addMessages(help)
