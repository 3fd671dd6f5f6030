import shipping from './en/shipping.json'
import { addWords } from './i18n.ts'

addWords(shipping)
