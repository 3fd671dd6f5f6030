import apiConsole from './en/console.json'
import { addMessages } from './i18n.ts'

addMessages(apiConsole)
