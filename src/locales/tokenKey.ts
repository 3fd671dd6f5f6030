import tokenKey from './en/tokenKey.json'
import { addMessages } from './i18n.ts'

addMessages(tokenKey)
