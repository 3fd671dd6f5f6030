import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { ApiError, toApiError } from '#src/api/apiError.ts'
import { announceChangeElsewhere } from '#src/api/changeNotifications.ts'
import { unwrapResponse, api, unwrapMutation, type Schema } from '#src/api/client.ts'
import { planIncludesTokens } from '#src/shared/access.ts'
import { setBusinessTimeZone } from '#src/ui/lib/businessTime.ts'

type Session = Schema<'Session'>

/** The session of this browser: the user and the business. */
export const useSessionStore = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  /** Whether the session has been loaded, with or without a user. */
  const known = ref(false)
  /** Why the session could not be loaded. */
  const failure = shallowRef<ApiError>()
  /** The user is logging out. The page may still ask about unsaved input. */
  const leaving = ref(false)
  /** The session ended while a page was open. */
  const ended = ref(false)

  const user = computed(() => current.value?.user)
  const business = computed(() => current.value?.business)
  const isAdmin = computed(() => user.value?.role === 'admin')
  /** API tokens need the Professional plan or higher (help article). */
  const hasTokens = computed(
    () => business.value !== undefined && planIncludesTokens(business.value.plan),
  )

  let loading: Promise<void> | undefined

  /** Loads the session. Never throws: an error is in `failure`. */
  function load(): Promise<void> {
    loading ??= fetchSession().finally(() => (loading = undefined))
    return loading
  }

  async function fetchSession(): Promise<void> {
    try {
      const { data } = await unwrapResponse(api.GET('/api/session'))
      failure.value = undefined
      applySession(data.session)
    } catch (thrown) {
      failure.value = toApiError(thrown)
    }
  }

  function applySession(session: Session | null): void {
    if (known.value && current.value && !session) ended.value = true
    if (session) {
      ended.value = false
      setBusinessTimeZone(session.business.timeZone)
    }
    // After the session ended, keep its data for the page behind the dialog that asks the user to log in again.
    if (session || !ended.value) current.value = session
    known.value = true
  }

  /** Logs in. @throws ApiError, for example `wrong-credentials` or `cookies-refused`. */
  async function logIn(credentials: Schema<'LogIn'>): Promise<void> {
    const { data } = await unwrapMutation(api.POST('/api/session', { body: credentials }))
    // WebKit reports that cookies are enabled even while it blocks them, so ask the service.
    if (!(await isLoggedIn()) && !(await isLoggedIn())) throw new ApiError('cookies-refused')
    applySession(data)
  }

  /** Loads the session, or joins a request that is already running. Returns true when the session cannot be loaded. */
  async function isLoggedIn(): Promise<boolean> {
    await load()
    return failure.value !== undefined || (current.value !== null && !ended.value)
  }

  /** Logs out. @throws ApiError */
  async function logOut(): Promise<void> {
    await unwrapResponse(api.DELETE('/api/session'))
    announceChangeElsewhere()
    forget()
  }

  /** Clears the session. */
  function forget(): void {
    current.value = null
    ended.value = false
  }

  /** Marks the session as ended after the service rejected a request. */
  function markExpired(): void {
    // Ignore this during a logout: the service may reject requests that were still running.
    if (current.value && !leaving.value) ended.value = true
  }

  return {
    current,
    known,
    failure,
    leaving,
    ended,
    user,
    business,
    isAdmin,
    planIncludesTokens: hasTokens,
    load,
    logIn,
    logOut,
    forget,
    markExpired,
  }
})
