import apiTokens from './en/apiTokens.json'
import { addMessages } from './i18n.ts'

addMessages(apiTokens)
