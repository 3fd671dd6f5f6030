import { computed, type Ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'

import type { ApiError, FieldError } from '#src/api/apiError.ts'
import { characterLimits } from '#src/api/generated/values.ts'
import { useErrorMessage } from '#src/ui/composables/useErrorMessage.ts'

import { useFieldErrors } from './useFieldErrors.ts'

type Field = 'name' | 'description' | 'expiresAt' | 'accessLevel'

/**
 * Messages for the service's error after a form was sent. A field shows its error only while it has the value that the service
 * refused.
 *
 * @param error the error of the last request.
 * @param values the current values of the form's fields.
 */
export function useServiceErrors(
  error: Readonly<Ref<ApiError | undefined>>,
  values: () => Readonly<Partial<Record<Field, unknown>>>,
) {
  const { t } = useI18n()
  const errorMessage = useErrorMessage()
  const { takenMessage } = useFieldErrors()

  const refused = shallowRef(values())
  watch(error, () => (refused.value = values()), { flush: 'sync' })

  const fieldErrors = computed(() =>
    error.value?.kind === 'invalid-fields' ? error.value.fields : [],
  )
  /** Whether the service refused the name because another token has it. */
  const isTaken = computed(() => fieldErrors.value.some(({ code }) => code === 'taken'))
  /** The token that has the refused name, as long as this is the name in the field. */
  const takenBy = computed(() => findError('name')?.token)
  /** The message of an error that belongs to no field. */
  const formError = computed(() => {
    // The dialog to log in again says that the session has ended.
    if (!error.value || error.value.kind === 'not-logged-in') return undefined
    const names = Object.keys(refused.value)
    const isAtField = fieldErrors.value.some(({ pointer }) => names.includes(pointer.slice(2)))
    return isAtField ? undefined : errorMessage(error.value)
  })

  function findError(name: Field): FieldError | undefined {
    if (values()[name] !== refused.value[name]) return undefined
    return fieldErrors.value.find(({ pointer }) => pointer === `#/${name}`)
  }

  /** Returns the message for a field; undefined if the service accepted it, or if its value has changed since. */
  function errorOf(name: Field): string | undefined {
    const found = findError(name)
    return found && messageFor(found, name)
  }

  function messageFor({ code, token }: FieldError, name: Field): string {
    switch (code) {
      case 'required':
        return t('tokenForm.errors.nameRequired')
      case 'too-long':
        return t('tokenForm.errors.tooLong', {
          limit: characterLimits[name === 'name' ? 'TokenName' : 'TokenDescription'],
        })
      case 'control-characters':
        return t('tokenForm.errors.controlCharacters')
      case 'contains-key':
        return t('ui.containsKey')
      case 'taken':
        return takenMessage(token)
      case 'not-a-time':
        return t('expiry.errors.no-such-date')
      case 'in-the-past':
      case 'too-far':
      case 'not-sooner':
        return t(`expiry.errors.${code}`)
      case 'against-rule':
        return t(`rules.form.refused.${name}`)
      case 'unknown-property':
      case 'wrong-type':
      case 'not-allowed':
      // These belong to a line of the addresses, which checks them by itself.
      case 'not-an-address':
      case 'leading-zeros':
      case 'address-zone':
      case 'range-prefix':
        return t('tokenForm.errors.other')
    }
  }

  return { errorOf, formError, isTaken, takenBy }
}
