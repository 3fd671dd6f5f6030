import { type Component, defineAsyncComponent } from 'vue'

import PartLoading from './PartLoading.vue'
import PartMissing from './PartMissing.vue'

/**
 * A part of a page in a chunk of its own, asked for when it is first shown. Where its chunk is gone, that part says so and
 * the page stays: what is typed elsewhere on it must not be lost to a reload.
 *
 * @example const RequestTable = lazyPart(() => import('./RequestTable.vue'))
 */
export function lazyPart<Part extends Component>(load: () => Promise<{ default: Part }>): Part {
  return defineAsyncComponent<Part>({
    loader: () =>
      load().then(
        (module) => module.default,
        // Takes none of the part's properties, and ignores what it is given.
        () => PartMissing as unknown as Part,
      ),
    loadingComponent: PartLoading,
    delay: 0,
  })
}
