import apiConsole from './en/console.json'
import { addWords } from './i18n.ts'

addWords(apiConsole)
