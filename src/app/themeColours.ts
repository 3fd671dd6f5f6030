import type { ThemeDefinition } from 'vuetify'

/** The colours of both themes. Each text and background pair has a contrast of at least 4.5:1. */
export const light: ThemeDefinition = {
  dark: false,
  colors: {
    background: '#F6F7F9',
    surface: '#FFFFFF',
    'on-background': '#16202E',
    'on-surface': '#16202E',
    primary: '#2457D6',
    'on-primary': '#FFFFFF',
    error: '#B3261E',
    'on-error': '#FFFFFF',
    muted: '#556070',
    hairline: '#D9DEE6',
    edge: '#7A8697',
    'primary-soft': '#E9EFFD',
    'error-soft': '#FCE9E7',
    warning: '#8A5A00',
    'warning-soft': '#FFF4DC',
    success: '#1B6E3C',
    'success-soft': '#E4F4EA',
  },
}

export const dark: ThemeDefinition = {
  dark: true,
  colors: {
    background: '#10151D',
    surface: '#18202B',
    'on-background': '#E8EDF4',
    'on-surface': '#E8EDF4',
    primary: '#8FB1FF',
    'on-primary': '#0F1A33',
    error: '#FFB4AB',
    'on-error': '#3A0906',
    muted: '#A3AFBF',
    hairline: '#2C3746',
    edge: '#728095',
    'primary-soft': '#1E2C4C',
    'error-soft': '#3F201D',
    warning: '#F2C46D',
    'warning-soft': '#382C12',
    success: '#7FD6A0',
    'success-soft': '#173325',
  },
}
