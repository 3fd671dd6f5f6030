import tokenLife from './en/tokenLife.json'
import { addWords } from './i18n.ts'

addWords(tokenLife)
