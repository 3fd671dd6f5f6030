import shortcuts from './en/shortcuts.json'
import { addMessages } from './i18n.ts'

addMessages(shortcuts)
