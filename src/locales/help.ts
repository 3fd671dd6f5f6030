import help from './en/help.json'
import { addWords } from './i18n.ts'

addWords(help)
