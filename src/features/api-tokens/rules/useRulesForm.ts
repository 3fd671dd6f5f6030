import { computed, type MaybeRefOrGetter, nextTick, ref, shallowRef, toValue, watch } from 'vue'

import { useAction } from '#src/ui/composables/useAction.ts'

import { type RulesVersion, saveRules } from './rulesApi.ts'
import { differences, mergeDrafts, toDraft, toRules } from './rulesDraft.ts'

/** What somebody else changed while the form was open. */
export interface RulesConflict {
  before: RulesVersion['current']
  after: RulesVersion['current']
}

/**
 * The state of the form for the rules.
 *
 * @param loaded the version that was loaded last. The form follows it: what the user has not changed takes the new values.
 * @param options `reload` loads the current version; `onSaved` is called after the rules were saved.
 */
export function useRulesForm(
  loaded: MaybeRefOrGetter<RulesVersion>,
  { reload, onSaved }: { reload: () => Promise<unknown>; onSaved: () => void },
) {
  const base = shallowRef(toValue(loaded))
  const draft = ref(toDraft(base.value.current.rules))
  const conflict = shallowRef<RulesConflict>()
  const isChecked = ref(false)
  const hasReloadFailed = ref(false)

  const stored = computed(() => toDraft(base.value.current.rules))
  const changed = computed(() => differences(stored.value, draft.value))
  const isDirty = computed(() => changed.value.length > 0)
  const rules = computed(() => toRules(draft.value))
  const hasCountError = computed(() => isChecked.value && rules.value === undefined)

  watch(() => toValue(loaded), follow)

  function follow(next: RulesVersion): void {
    const isSameVersion = next.etag === base.value.etag
    const saved = toDraft(next.current.rules)
    if (!isSameVersion && isDirty.value) {
      const before = conflict.value?.before ?? base.value.current
      conflict.value = { before, after: next.current }
    }
    draft.value = mergeDrafts(stored.value, draft.value, saved)
    base.value = next
  }

  const { run, busy, error } = useAction(async () => {
    hasReloadFailed.value = false
    if (!rules.value) return
    const next = await saveRules(base.value.etag, rules.value)
    base.value = next
    draft.value = toDraft(next.current.rules)
    conflict.value = undefined
    isChecked.value = false
    onSaved()
  })

  /** The message about a conflict takes the place of its error, once the other version is loaded. */
  const formError = computed(() =>
    error.value?.kind === 'version-changed' && !hasReloadFailed.value ? undefined : error.value,
  )

  /** Saves the rules. After a conflict, it loads the other version instead: the user decides. */
  async function save(): Promise<void> {
    isChecked.value = true
    await run()
    if (error.value?.kind !== 'version-changed') return
    await reload()
    // The page passes the loaded version on.
    await nextTick()
    if (conflict.value) error.value = undefined
    else hasReloadFailed.value = true
  }

  return { base, draft, changed, isDirty, hasCountError, conflict, save, busy, formError }
}
