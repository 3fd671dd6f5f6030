import { type DefineQueryOptions, useQuery } from '@pinia/colada'
import { computed, inject, type InjectionKey, provide, readonly, type Ref, ref } from 'vue'

const closingKey: InjectionKey<Readonly<Ref<boolean>>> = Symbol('page is closing')

/**
 * Lets a page tell the components in it that it is about to close, because the user deletes its token. They then load nothing more
 * and show no errors.
 */
export function providePageClosing(): Ref<boolean> {
  const isClosing = ref(false)
  provide(closingKey, readonly(isClosing))
  return isClosing
}

/** Whether the page around this component is about to close. */
export function usePageClosing(): Readonly<Ref<boolean>> {
  return inject(closingKey, () => ref(false), true)
}

/** A query that stops, and reports no error, once its page is about to close. */
export function useQueryUntilClosing<Data>(
  options: () => DefineQueryOptions<Data>,
  isClosing = usePageClosing(),
) {
  const { error, ...query } = useQuery(() => ({ ...options(), enabled: !isClosing.value }))
  return { ...query, error: computed(() => (isClosing.value ? null : error.value)) }
}
