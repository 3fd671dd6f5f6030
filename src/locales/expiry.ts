import expiry from './en/expiry.json'
import { addMessages } from './i18n.ts'

addMessages(expiry)
