import type { UserEvent } from '@testing-library/user-event'

/**
 * Loads user-event, if the project has it. Returns a user who acts without delays. Its first action sets it up, because that
 * replaces the clipboard of the page.
 */
export async function loadUser(): Promise<{ user: UserEvent }> {
  const setUp = await import('@testing-library/user-event').then(
    ({ userEvent }) =>
      () =>
        userEvent.setup({ delay: null }),
    (cause: unknown) => () => {
      throw new Error('To use `user`, install @testing-library/user-event.', { cause })
    },
  )
  let loaded: UserEvent | undefined
  const user = new Proxy({} as UserEvent, {
    get: (_target, name) => Reflect.get((loaded ??= setUp()), name) as unknown,
  })
  return { user }
}
