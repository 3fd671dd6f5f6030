import people from './en/people.json'
import { addWords } from './i18n.ts'

addWords(people)
