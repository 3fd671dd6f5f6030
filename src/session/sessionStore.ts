import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import { ApiError, toApiError } from '#src/api/apiError.ts'
import { announceChange, announceChangeElsewhere } from '#src/api/changeNotifications.ts'
import { unwrapMutation, unwrapResponse, api, type Schema } from '#src/api/client.ts'
import { planIncludesTokens } from '#src/shared/access.ts'
import { setBusinessTimeZone } from '#src/ui/lib/businessTime.ts'

type Session = Schema<'Session'>

type SessionState =
  /** Not loaded yet. */
  | { status: 'unknown' }
  /** Loading failed. A later attempt may succeed. */
  | { status: 'failed'; error: ApiError }
  /** Nobody is logged in. */
  | { status: 'anonymous' }
  | { status: 'active'; session: Session }
  /** It ended while a page was open. The page stays behind the dialog that asks the user to log in again, and needs its data. */
  | { status: 'expired'; session: Session }
  /** The user wants to log out. The page may still ask about unsaved input. */
  | { status: 'loggingOut'; session: Session }

/** The session of this browser: the user and the business. */
export const useSessionStore = defineStore('session', () => {
  const state = shallowRef<SessionState>({ status: 'unknown' })

  const status = computed(() => state.value.status)
  /** Whether the session has been loaded, with or without a user. */
  const isKnown = computed(() => status.value !== 'unknown' && status.value !== 'failed')
  /** Why the session could not be loaded. */
  const failure = computed(() => (state.value.status === 'failed' ? state.value.error : undefined))
  const session = computed(() => ('session' in state.value ? state.value.session : undefined))
  const user = computed(() => session.value?.user)
  const business = computed(() => session.value?.business)
  /** The language that the user has chosen; undefined if they have not. */
  const language = computed(() => session.value?.language)
  const isAdmin = computed(() => user.value?.role === 'admin')
  /** API tokens need the Professional plan or higher. */
  const canUseTokens = computed(
    () => business.value !== undefined && planIncludesTokens(business.value.plan),
  )

  let loading: Promise<boolean> | undefined
  /** How many log-ins and log-outs there were. The response to a request that was sent before the last one is outdated. */
  let changes = 0

  /**
   * Loads the session, or joins a request that is already running. Never throws: an error is in `failure`, unless an earlier
   * request has loaded the session.
   *
   * @returns whether the service has answered.
   */
  function load(): Promise<boolean> {
    if (loading) return loading
    const request = fetchSession().finally(() => {
      if (loading === request) loading = undefined
    })
    loading = request
    return request
  }

  async function fetchSession(): Promise<boolean> {
    const changesBefore = changes
    try {
      const { data } = await unwrapResponse(api.GET('/api/session'))
      if (changes === changesBefore) applySession(data.session)
      return true
    } catch (thrown) {
      if (!isKnown.value && changes === changesBefore)
        state.value = { status: 'failed', error: toApiError(thrown) }
      return false
    }
  }

  function applySession(loaded: Session | null): void {
    const before = state.value
    if (loaded) {
      setBusinessTimeZone(loaded.business.timeZone)
      const isLoggingOut = before.status === 'loggingOut'
      state.value = { status: isLoggingOut ? 'loggingOut' : 'active', session: loaded }
    } else if (!('session' in before)) {
      state.value = { status: 'anonymous' }
    } else {
      expire()
    }
  }

  /** Logs in. @throws ApiError, for example `wrong-credentials` or `cookies-refused`. */
  async function logIn(credentials: Schema<'LogIn'>): Promise<void> {
    const { data } = await unwrapResponse(api.POST('/api/session', { body: credentials }))
    beginChange()
    announceChange()
    // WebKit reports that cookies are enabled even while it blocks them, so ask the service.
    if (!(await mayBeLoggedIn())) throw new ApiError('cookies-refused')
    applySession(data)
  }

  /** Asks the service. Returns true as well if it does not answer. */
  async function mayBeLoggedIn(): Promise<boolean> {
    const isAnswered = await load()
    return !isAnswered || status.value === 'active'
  }

  /** Starts a log-out: until `logOut` or `cancelLogOut`, the page may ask about unsaved input. */
  function beginLogOut(): void {
    if ('session' in state.value) state.value = { ...state.value, status: 'loggingOut' }
  }

  /** Continues the session if the user did not log out after all. */
  function cancelLogOut(): void {
    if (state.value.status === 'loggingOut') state.value = { ...state.value, status: 'active' }
  }

  /** Keeps the language that the user has chosen, for all browsers. @throws ApiError */
  async function changeLanguage(language: Schema<'Language'>): Promise<void> {
    const { data } = await unwrapMutation(api.PUT('/api/session/language', { body: { language } }))
    applySession(data)
  }

  /** Ends the session. @throws ApiError */
  async function logOut(): Promise<void> {
    await unwrapResponse(api.DELETE('/api/session'))
    announceChangeElsewhere()
    forget()
  }

  /** Removes the user's data. */
  function forget(): void {
    beginChange()
    state.value = { status: 'anonymous' }
  }

  /** Makes the responses to all earlier requests outdated. */
  function beginChange(): void {
    changes += 1
    loading = undefined
  }

  /** Call it when a request starts. Returns the function to call if the service rejects it because nobody is logged in. */
  function watchRequest(): () => void {
    const changesBefore = changes
    return () => {
      if (changes === changesBefore) expire()
    }
  }

  /** Marks the session as ended. During a log-out, the service may reject requests that were still running. */
  function expire(): void {
    if (state.value.status === 'active') state.value = { ...state.value, status: 'expired' }
  }

  /** Returns to the page of an ended session without a log-in. The service will reject the next request. */
  function ignoreExpiry(): void {
    if (state.value.status === 'expired') state.value = { ...state.value, status: 'active' }
  }

  return {
    state,
    status,
    isKnown,
    failure,
    user,
    business,
    isAdmin,
    canUseTokens,
    language,
    load,
    logIn,
    changeLanguage,
    beginLogOut,
    cancelLogOut,
    logOut,
    forget,
    expire,
    watchRequest,
    ignoreExpiry,
  }
})

export type SessionStore = ReturnType<typeof useSessionStore>
