import prefill from './en/prefill.json'
import { addMessages } from './i18n.ts'

addMessages(prefill)
