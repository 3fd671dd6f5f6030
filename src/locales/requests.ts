import requests from './en/requests.json'
import { addWords } from './i18n.ts'

addWords(requests)
