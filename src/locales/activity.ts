import activity from './en/activity.json'
import { addMessages } from './i18n.ts'

addMessages(activity)
