import { useI18n } from 'vue-i18n'

import { changeRole, type User } from '#src/api/peopleApi.ts'
import { isolate } from '#src/ui/lib/isolate.ts'
import { showToast } from '#src/ui/lib/toast.ts'

/** Status messages about changed roles. */
export function useRoleChange() {
  const { t } = useI18n()

  /**
   * Says that a user has a new role.
   *
   * @param options `undoTo`: the role that Undo restores. Without it, there is no Undo.
   */
  function announceRole(
    { id, name }: Pick<User, 'id' | 'name'>,
    role: User['role'],
    { undoTo }: { undoTo?: User['role'] | undefined } = {},
  ): void {
    const message = t(`people.roles.${role}.done`, { name: isolate(name) })
    if (undoTo === undefined) return showToast(message)
    const undo = async (): Promise<void> => {
      await changeRole(id, undoTo)
      announceRole({ id, name }, undoTo)
    }
    showToast(message, { action: { text: t('ui.undo'), run: undo } })
  }

  return { announceRole }
}
