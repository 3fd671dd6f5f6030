import foundKey from './en/foundKey.json'
import { addWords } from './i18n.ts'

addWords(foundKey)
