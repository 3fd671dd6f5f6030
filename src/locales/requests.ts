import requests from './en/requests.json'
import { addMessages } from './i18n.ts'

addMessages(requests)
