import people from './en/people.json'
import { addMessages } from './i18n.ts'

addMessages(people)
