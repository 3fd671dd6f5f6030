import accessGate from './en/accessGate.json'
import { addMessages } from './i18n.ts'

addMessages(accessGate)
