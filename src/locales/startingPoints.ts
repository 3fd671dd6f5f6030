import startingPoints from './en/startingPoints.json'
import { addWords } from './i18n.ts'

addWords(startingPoints)
