import advice from './en/advice.json'
import { addMessages } from './i18n.ts'

addMessages(advice)
