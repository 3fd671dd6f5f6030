import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { ApiError, toApiError } from '#src/api/apiError.ts'
import { announceChangeElsewhere } from '#src/api/changes.ts'
import { answerOf, api, changeAnswerOf, type Schema } from '#src/api/client.ts'
import { setBusinessTimeZone } from '#src/ui/businessTime.ts'

type Session = Schema<'Session'>

/** Who is logged in in this browser, and where. */
export const useSessionStore = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  /** Whether the service has said who is logged in. */
  const known = ref(false)
  /** Why it could not say. */
  const failure = shallowRef<ApiError>()
  /** The person is on the way out: the page may still ask about what was typed. */
  const leaving = ref(false)
  /** The session has ended while a page was open on which something may be typed. */
  const ended = ref(false)

  const user = computed(() => current.value?.user)
  const business = computed(() => current.value?.business)
  const isAdmin = computed(() => user.value?.role === 'admin')
  /** Tokens belong to the Professional plan and higher (help article). */
  const planHasTokens = computed(
    () => business.value !== undefined && business.value.plan !== 'starter',
  )

  let loading: Promise<void> | undefined

  /** Asks the service who is logged in. Never throws: `failure` tells. */
  function load(): Promise<void> {
    loading ??= ask().finally(() => (loading = undefined))
    return loading
  }

  async function ask(): Promise<void> {
    try {
      const { data } = await answerOf(api.GET('/api/session'))
      failure.value = undefined
      take(data.session)
    } catch (thrown) {
      failure.value = toApiError(thrown)
    }
  }

  function take(session: Session | null): void {
    if (known.value && current.value && !session) ended.value = true
    if (session) {
      ended.value = false
      setBusinessTimeZone(session.business.timeZone)
    }
    // Without a session the last one stays on the screen behind the dialog that asks to log in again.
    if (session || !ended.value) current.value = session
    known.value = true
  }

  /** @throws ApiError `wrong-credentials` and `cookies-refused` among others. */
  async function logIn(credentials: Schema<'LogIn'>): Promise<void> {
    const { data } = await changeAnswerOf(api.POST('/api/session', { body: credentials }))
    // WebKit says that it keeps cookies also where it refuses them, so only the service knows.
    if (!(await isLoggedIn()) && !(await isLoggedIn())) throw new ApiError('cookies-refused')
    take(data)
  }

  /** What the service answers, which may be the answer to a request of before. Where it does not answer: true. */
  async function isLoggedIn(): Promise<boolean> {
    await load()
    return failure.value !== undefined || (current.value !== null && !ended.value)
  }

  /** @throws ApiError */
  async function logOut(): Promise<void> {
    await answerOf(api.DELETE('/api/session'))
    announceChangeElsewhere()
    forget()
  }

  /** Takes the ended session for ended. */
  function forget(): void {
    current.value = null
    ended.value = false
  }

  function noteEnd(): void {
    // What a page was still asking for as its person logged out may be refused.
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
    planHasTokens,
    load,
    logIn,
    logOut,
    forget,
    noteEnd,
  }
})
