import places from './en/places.json'
import { addMessages } from './i18n.ts'

addMessages(places)
