import notices from './en/notices.json'
import { addMessages } from './i18n.ts'

addMessages(notices)
