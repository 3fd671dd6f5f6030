import { computed, type Ref, shallowRef } from 'vue'

import type { Schema } from '#src/api/client.ts'

import { findTokenByName } from '../token/tokenApi.ts'

/** Finds out whether a typed name is taken, before the form is submitted. The service decides in the end. */
export function useTakenName(name: Readonly<Ref<string>>) {
  const found = shallowRef<{ name: string; token: Schema<'NamedToken'> }>()

  /** Asks the service. Without an answer, the name counts as free. */
  async function check(): Promise<void> {
    const asked = name.value
    const token = await findTokenByName(asked).catch(() => undefined)
    found.value = token && { name: asked, token }
  }

  function forget(): void {
    found.value = undefined
  }

  /** The token that has the typed name. */
  const takenBy = computed(() => (found.value?.name === name.value ? found.value.token : undefined))

  return { check, forget, takenBy }
}
