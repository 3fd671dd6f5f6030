import apiExplorer from './en/apiExplorer.json'
import { addMessages } from './i18n.ts'

addMessages(apiExplorer)
