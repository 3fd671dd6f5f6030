import { useEventListener } from '@vueuse/core'
import { computed, ref, type WritableComputedRef } from 'vue'

import { readItem, writeItem } from '#src/shared/browserStorage.ts'

/**
 * A choice of the user that the browser keeps, for all tabs. If the browser blocks the site's storage, it lasts until the page is
 * left.
 *
 * @param values the possible values. The first one is the default, and stands for any other stored value.
 */
export function usePreference<Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): WritableComputedRef<Value> {
  const parse = (text: string | null) => values.find((value) => value === text) ?? values[0]
  const stored = ref(parse(readItem('localStorage', key)))

  // Only changes of other tabs are reported. The key is null if all items were removed.
  useEventListener('storage', (event) => {
    if (event.key === key || event.key === null) stored.value = parse(event.newValue)
  })

  return computed({
    get: () => stored.value,
    set: (value) => {
      stored.value = value
      writeItem('localStorage', key, value === values[0] ? null : value)
    },
  })
}
