import { deferPart } from '#src/ui/components/deferredPart.ts'

/** The dialogs of a row's menu. */
export const tokenActionDialogs = deferPart(() => import('../lifecycle/TokenActionDialogs.vue'))

/** The dialog of the row of an old key. */
export const retireDialog = deferPart(() => import('../replacement/RetireDialog.vue'))
