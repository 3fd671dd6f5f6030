import tokenForm from './en/tokenForm.json'
import { addMessages } from './i18n.ts'

addMessages(tokenForm)
