import replacement from './en/replacement.json'
import { addMessages } from './i18n.ts'

addMessages(replacement)
