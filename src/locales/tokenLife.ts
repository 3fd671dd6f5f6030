import tokenLife from './en/tokenLife.json'
import { addMessages } from './i18n.ts'

addMessages(tokenLife)
