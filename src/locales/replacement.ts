import replacement from './en/replacement.json'
import { addWords } from './i18n.ts'

addWords(replacement)
