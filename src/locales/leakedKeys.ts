import leakedKeys from './en/leakedKeys.json'
import { addMessages } from './i18n.ts'

addMessages(leakedKeys)
