import logIn from './en/logIn.json'
import { addMessages } from './i18n.ts'

addMessages(logIn)
