import startingPoints from './en/startingPoints.json'
import { addMessages } from './i18n.ts'

addMessages(startingPoints)
