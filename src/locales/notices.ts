import notices from './en/notices.json'
import { addWords } from './i18n.ts'

addWords(notices)
