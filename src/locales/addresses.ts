import addresses from './en/addresses.json'
import { addMessages } from './i18n.ts'

addMessages(addresses)
