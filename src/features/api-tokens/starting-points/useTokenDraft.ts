import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'

import '#src/locales/startingPoints.ts'
import { showStatus } from '#src/ui/statusMessage.ts'

import { everyFeatureAt } from '../access.ts'
import { defaultExpiry, type WantedExpiry } from '../expiry.ts'
import type { AccessLevel } from '../tokenApi.ts'
import { chooseTemplate, type Contents, type Filling } from './chooseTemplate.ts'
import type { LinkReading } from './readLink.ts'
import { sameAccess, type TemplateName } from './templates.ts'

/** What the form for a new token holds, begun by what a link says and helped by templates. */
export function useTokenDraft(link: LinkReading) {
  const { t } = useI18n()

  const name = ref(link.name)
  const description = ref(link.description)
  const level = ref<AccessLevel>()
  const permissions = ref(everyFeatureAt('no_access'))
  const expiry = shallowRef<WantedExpiry>(link.expires ?? defaultExpiry)
  const filling = ref<Filling>()

  if (link.template) fillIn(link.template)
  if (link.access) put({ description: description.value, access: link.access })
  const start = { name: name.value, expiry: expiry.value, ...contents() }

  /** Whether something is there that a person has put there: what a link fills in comes back with it. */
  const dirty = computed(() => {
    const { access, description: text } = contents()
    return (
      name.value !== start.name ||
      text !== start.description ||
      !sameAccess(access, start.access) ||
      expiry.value.period !== start.expiry.period ||
      expiry.value.date !== start.expiry.date
    )
  })
  const template = computed(() => filling.value?.template)

  function contents(): Contents {
    return {
      description: description.value,
      access: { level: level.value, permissions: permissions.value },
    }
  }

  function put({ description: text, access }: Contents): void {
    description.value = text
    level.value = access.level
    permissions.value = access.permissions
  }

  function fillIn(chosen: TemplateName | undefined): void {
    const next = chooseTemplate(contents(), filling.value, chosen, describe)
    filling.value = next.filling
    put(next.contents)
  }

  function describe(chosen: TemplateName): string {
    return t(`startingPoints.templates.${chosen}.description`)
  }

  /** Fills in what a template gives, or takes it back, and tells. */
  function choose(chosen: TemplateName | undefined): void {
    fillIn(chosen)
    showStatus(chosen ? filledIn(chosen) : t('startingPoints.takenBack'))
  }

  function filledIn(chosen: TemplateName): string {
    const ownWords = description.value !== describe(chosen)
    return t(ownWords ? 'startingPoints.filledInKept' : 'startingPoints.filledIn', {
      template: t(`startingPoints.templates.${chosen}.name`),
      none: t('startingPoints.none'),
    })
  }

  return { name, description, level, permissions, expiry, template, choose, dirty }
}
