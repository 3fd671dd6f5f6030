import plan from './en/plan.json'
import { addWords } from './i18n.ts'

addWords(plan)
