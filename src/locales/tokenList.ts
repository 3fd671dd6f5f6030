import tokenList from './en/tokenList.json'
import { addWords } from './i18n.ts'

addWords(tokenList)
