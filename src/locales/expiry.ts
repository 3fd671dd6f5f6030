import expiry from './en/expiry.json'
import { addWords } from './i18n.ts'

addWords(expiry)
