import reference from './en/reference.json'
import { addMessages } from './i18n.ts'

addMessages(reference)
