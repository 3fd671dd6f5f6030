import { type DefineQueryOptions, useQuery } from '@pinia/colada'
import { computed, inject, type InjectionKey, provide, type Ref, ref } from 'vue'
import { useRoute } from 'vue-router'

const closingKey: InjectionKey<Ref<boolean>> = Symbol('page is closing')

/**
 * Lets a page tell the components in it that it is about to close, because the user deletes its token. They then load nothing more
 * and show no errors.
 */
export function providePageClosing(): Ref<boolean> {
  const isClosing = ref(false)
  provide(closingKey, isClosing)
  return isClosing
}

/** Whether the page around this component is about to close. */
export function usePageClosing(): Readonly<Ref<boolean>> {
  return injectClosing()
}

function injectClosing(): Ref<boolean> {
  return inject(closingKey, () => ref(false), true)
}

/**
 * Returns a function that runs an action after which a token no longer exists. If the page is about this token, the page is about
 * to close, unless the action fails. The function returns whether it is.
 */
export function useTokenRemoval() {
  const route = useRoute()
  const isClosing = injectClosing()

  return async (tokenId: string, remove: () => Promise<unknown>): Promise<boolean> => {
    const isTokenOfPage = route.params.tokenId === tokenId
    isClosing.value = isTokenOfPage
    try {
      await remove()
    } catch (thrown) {
      isClosing.value = false
      throw thrown
    }
    return isTokenOfPage
  }
}

/** A query that stops, and reports no error, once its page is about to close. */
export function useQueryUntilClosing<Data>(
  options: () => DefineQueryOptions<Data>,
  isClosing = usePageClosing(),
) {
  const { error, ...query } = useQuery(() => ({ ...options(), enabled: !isClosing.value }))
  return { ...query, error: computed(() => (isClosing.value ? null : error.value)) }
}
