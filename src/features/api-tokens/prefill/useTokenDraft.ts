import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

import { showToast } from '#src/ui/lib/toast.ts'
import { uniformPermissions } from '#src/shared/access.ts'

import { isSameChoice, usualAddresses } from '../form/addressChoice.ts'
import { type ExpiryChoiceValue, usualExpiry } from '../form/expiry.ts'
import { useFitToRules } from '../rules/useFitToRules.ts'
import { useTokenRules } from '../rules/useTokenRules.ts'
import type { AccessLevel } from '../token/tokenApi.ts'
import { applyTemplate, type TemplateFields, type AppliedTemplate } from './applyTemplate.ts'
import type { PrefillLink } from './parsePrefillLink.ts'
import { sameAccess, type TemplateName } from './templates.ts'

/** The state of the form for a new token, which a link and templates can fill in. */
export function useTokenDraft(link: PrefillLink) {
  const { t } = useI18n()

  const name = ref(link.name)
  const description = ref(link.description)
  const level = ref<AccessLevel>()
  const permissions = ref(uniformPermissions('no_access'))
  const rules = useTokenRules()
  const expiry = shallowRef<ExpiryChoiceValue>(link.expires ?? usualExpiry(rules.value.longestLife))
  const addresses = shallowRef(usualAddresses(rules.value.addressesRequired))
  const applied = ref<AppliedTemplate>()

  if (link.template) fillIn(link.template)
  if (link.access) setContents({ description: description.value, access: link.access })
  const fitted = useFitToRules({ level, permissions, expiry, addresses })
  const start = {
    name: name.value,
    expiry: expiry.value,
    addresses: addresses.value,
    ...contents(),
  }

  /** Whether the user has changed something. What a link fills in doesn't count, because the link can fill it in again. */
  const dirty = computed(() => {
    const { access, description: text } = contents()
    return (
      name.value !== start.name ||
      text !== start.description ||
      !sameAccess(access, start.access) ||
      expiry.value.period !== start.expiry.period ||
      expiry.value.date !== start.expiry.date ||
      !isSameChoice(addresses.value, start.addresses)
    )
  })
  const template = computed(() => applied.value?.template)

  function contents(): TemplateFields {
    return {
      description: description.value,
      access: { level: level.value, permissions: permissions.value },
    }
  }

  function setContents({ description: text, access }: TemplateFields): void {
    description.value = text
    level.value = access.level
    permissions.value = access.permissions
  }

  function fillIn(chosen: TemplateName | undefined): void {
    const next = applyTemplate(contents(), applied.value, chosen, describe)
    applied.value = next.applied
    setContents(next.contents)
  }

  function describe(chosen: TemplateName): string {
    return t(`prefill.templates.${chosen}.description`)
  }

  /** Applies or removes a template, and shows a status message. */
  function choose(chosen: TemplateName | undefined): void {
    fillIn(chosen)
    showToast(chosen ? filledInMessage(chosen) : t('prefill.removed'))
  }

  function filledInMessage(chosen: TemplateName): string {
    const ownWords = description.value !== describe(chosen)
    return t(ownWords ? 'prefill.filledInKept' : 'prefill.filledIn', {
      template: t(`prefill.templates.${chosen}.name`),
      none: t('prefill.none'),
    })
  }

  return {
    name,
    description,
    level,
    permissions,
    expiry,
    addresses,
    template,
    choose,
    dirty,
    fitted,
  }
}
