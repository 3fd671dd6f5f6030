import shipping from './en/shipping.json'
import { addMessages } from './i18n.ts'

addMessages(shipping)
