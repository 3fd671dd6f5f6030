import { watchEffect, type WritableComputedRef } from 'vue'
import { useTheme } from 'vuetify'

import { usePreference } from './usePreference.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'

/** The theme that the user has chosen; at first, the system's. Applies it to the application. */
export function useThemeChoice(): WritableComputedRef<ThemeChoice> {
  const theme = useTheme()
  const choice = usePreference<ThemeChoice>('edesk.theme', ['system', 'light', 'dark'])
  watchEffect(() => void theme.change(choice.value))
  return choice
}
