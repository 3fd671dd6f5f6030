import plan from './en/plan.json'
import { addMessages } from './i18n.ts'

addMessages(plan)
