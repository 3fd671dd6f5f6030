import activity from './en/activity.json'
import { addWords } from './i18n.ts'

addWords(activity)
