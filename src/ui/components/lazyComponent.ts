import { type Component, defineAsyncComponent, type FunctionalComponent, h } from 'vue'

import LoadingState from './LoadingState.vue'
import ChunkError from './ChunkError.vue'

// Without the props of the part, which would become attributes.
const PartLoading: FunctionalComponent = () => h(LoadingState)
PartLoading.inheritAttrs = false

/**
 * Creates an async component for a part of a page. Its chunk loads when the part first renders. If the chunk fails to load,
 * only this part shows an error: a reload of the page would lose input elsewhere on it.
 *
 * @example const RequestTable = lazyComponent(() => import('./RequestTable.vue'))
 */
export function lazyComponent<Part extends Component>(
  load: () => Promise<{ default: Part }>,
): Part {
  return defineAsyncComponent<Part>({
    loader: () =>
      load().then(
        (module) => module.default,
        // ChunkError declares no props, and ignores those of the part.
        () => ChunkError as unknown as Part,
      ),
    loadingComponent: PartLoading,
    delay: 0,
  })
}
