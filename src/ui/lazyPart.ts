import { type Component, defineAsyncComponent } from 'vue'

import PartLoading from './PartLoading.vue'
import PartMissing from './PartMissing.vue'

/**
 * Creates an async component for a part of a page. Its chunk loads when the part first renders. If the chunk fails to load,
 * only this part shows an error: a reload of the page would lose input elsewhere on it.
 *
 * @example const RequestTable = lazyPart(() => import('./RequestTable.vue'))
 */
export function lazyPart<Part extends Component>(load: () => Promise<{ default: Part }>): Part {
  return defineAsyncComponent<Part>({
    loader: () =>
      load().then(
        (module) => module.default,
        // PartMissing declares no props, and ignores those of the part.
        () => PartMissing as unknown as Part,
      ),
    loadingComponent: PartLoading,
    delay: 0,
  })
}
