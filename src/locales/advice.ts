import advice from './en/advice.json'
import { addWords } from './i18n.ts'

addWords(advice)
