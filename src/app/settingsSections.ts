import { mdiAccountGroupOutline, mdiKeyOutline, mdiStarOutline } from '@mdi/js'

/** The sections of the settings, in display order. */
export const settingsSections = [
  {
    route: 'token-list',
    icon: mdiKeyOutline,
    name: 'app.sections.apiTokens',
    text: 'app.sections.apiTokensText',
  },
  {
    route: 'users',
    icon: mdiAccountGroupOutline,
    name: 'app.sections.users',
    text: 'app.sections.usersText',
  },
  {
    route: 'plan',
    icon: mdiStarOutline,
    name: 'app.sections.plan',
    text: 'app.sections.planText',
  },
] as const
