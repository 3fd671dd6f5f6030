import tokenDetails from './en/tokenDetails.json'
import { addMessages } from './i18n.ts'

addMessages(tokenDetails)
