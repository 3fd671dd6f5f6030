import { type Component, nextTick, type ShallowRef, shallowRef } from 'vue'

import { i18n } from '#src/locales/i18n.ts'
import { showToast } from '#src/ui/lib/toast.ts'

/** A component that pages show only after an action, such as a menu or a dialog. */
export interface DeferredPart<Part extends Component> {
  /** The component. Undefined until it has loaded. */
  readonly component: Readonly<ShallowRef<Part | undefined>>
  /** Loads the component. Rejects if its files do not load; the next call tries again. */
  readonly load: () => Promise<void>
  /** Loads the component and lets it render. If its files do not load, says so and returns false. */
  readonly show: () => Promise<boolean>
}

/**
 * Keeps a component out of the files of the pages that use it. Unlike an async component, it tries again after a failure, and
 * the page knows when it is there.
 *
 * @example
 * const dialog = deferPart(() => import('./DeleteDialog.vue'))
 * prefetch(dialog.load) // soon after the page
 * if (await dialog.show()) await dialogRef.value?.ask()
 */
export function deferPart<Part extends Component>(
  importPart: () => Promise<{ default: Part }>,
): DeferredPart<Part> {
  const component = shallowRef<Part>()

  async function load(): Promise<void> {
    // The browser loads the files once, also for calls at the same time.
    component.value ??= (await importPart()).default
  }

  async function show(): Promise<boolean> {
    try {
      await load()
    } catch {
      showToast(i18n.global.t('ui.partMissing'))
      return false
    }
    await nextTick()
    return true
  }

  return { component, load, show }
}
