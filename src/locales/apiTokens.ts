import apiTokens from './en/apiTokens.json'
import { addWords } from './i18n.ts'

addWords(apiTokens)
