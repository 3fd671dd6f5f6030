import { createI18n } from 'vue-i18n'

import activity from './en/activity.json'
import advice from './en/advice.json'
import apiTokens from './en/apiTokens.json'
import app from './en/app.json'
import apiConsole from './en/console.json'
import foundKey from './en/foundKey.json'
import expiry from './en/expiry.json'
import help from './en/help.json'
import notices from './en/notices.json'
import people from './en/people.json'
import plan from './en/plan.json'
import reference from './en/reference.json'
import replacement from './en/replacement.json'
import requests from './en/requests.json'
import session from './en/session.json'
import shipping from './en/shipping.json'
import startingPoints from './en/startingPoints.json'
import tickets from './en/tickets.json'
import tokenLife from './en/tokenLife.json'
import tokenList from './en/tokenList.json'
import ui from './en/ui.json'

const en = {
  ...ui,
  ...app,
  ...session,
  ...people,
  ...notices,
  ...plan,
  ...tickets,
  ...apiTokens,
  ...activity,
  ...advice,
  ...expiry,
  ...tokenLife,
  ...tokenList,
  ...help,
  ...reference,
  ...replacement,
  ...requests,
  ...apiConsole,
  ...startingPoints,
  ...foundKey,
  ...shipping,
}

declare module 'vue-i18n' {
  export interface DefineLocaleMessage extends Record<string, unknown> {
    ui: (typeof ui)['ui']
  }
}

/** All words of the product. One language so far; another one is another folder beside `en`. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  messages: { en },
  // A key without words is a mistake that tests shall see, not a warning that scrolls by.
  missing: (_locale, key) => {
    throw new Error(`No words for "${key}" in src/locales/en`)
  },
})
