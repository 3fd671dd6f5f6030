import tokenList from './en/tokenList.json'
import { addMessages } from './i18n.ts'

addMessages(tokenList)
