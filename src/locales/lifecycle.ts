import lifecycle from './en/lifecycle.json'
import { addMessages } from './i18n.ts'

addMessages(lifecycle)
