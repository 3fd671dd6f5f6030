import { screen, within } from '@testing-library/dom'

import { openApp, startBackend } from '#src/kit/vitest.ts'

import { user } from './userActions.ts'

/** Opens the form for a new token as an Admin. `creations` counts the requests that it has sent. */
export async function openForm() {
  const { backend, demo } = await startBackend()
  await openApp({ at: '/settings/api-tokens/new', as: 'admin' })
  await screen.findByRole('heading', { level: 1, name: 'Add a token' })
  const creations = () => backend.requests.filter((sent) => sent === 'POST /api/tokens').length
  return { backend, demo, creations }
}

export const nameField = (options = {}) =>
  screen.getByRole('textbox', { name: 'Token Name', ...options })
export const descriptionField = () => screen.getByRole('textbox', { name: 'Token Description' })
const submitButton = () => screen.getByRole('button', { name: 'Generate token' })
export const levels = () => within(screen.getByRole('radiogroup', { name: 'Select Access Level' }))

export async function submit(): Promise<void> {
  await user.click(submitButton())
}

export async function choose(level: 'Read-only' | 'Full Access' | 'Custom'): Promise<void> {
  await user.click(levels().getByRole('radio', { name: level }))
}

export async function featureGroup(feature: string) {
  return within(await screen.findByRole('radiogroup', { name: feature }))
}

export async function give(feature: string, permission: string): Promise<void> {
  await user.click((await featureGroup(feature)).getByRole('radio', { name: permission }))
}

export async function expectKeyPage(): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name: 'Copy your API key' })
}
