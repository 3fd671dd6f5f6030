import foundKey from './en/foundKey.json'
import { addMessages } from './i18n.ts'

addMessages(foundKey)
