import { addMessages } from './i18n.ts'
import rules from './en/rules.json'

addMessages(rules)
