import reference from './en/reference.json'
import { addWords } from './i18n.ts'

addWords(reference)
