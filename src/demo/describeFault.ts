import type { Fault } from '#src/mock/demo/faults.ts'

import { t } from './messages.ts'

/** Describes a fault in words. */
export function describeFault({ operation, what, when }: Fault): string {
  return t('demo.panel.faults.words', {
    operation: operation === '*' ? t('demo.panel.faults.everything') : operation,
    what: kindText(what),
    when: timeText(when),
  })
}

function kindText(what: Fault['what']): string {
  if (typeof what === 'number') return t('demo.panel.faults.statusWords', { status: what })
  if (typeof what === 'object') return t('demo.panel.faults.lateWords', { ms: what.late })
  return t(`demo.panel.faults.kinds.${what}`)
}

function timeText(when: Fault['when']): string {
  if (when === 'always') return t('demo.panel.faults.times.always')
  if ('nth' in when) return t('demo.panel.faults.nth', { n: when.nth }, when.nth)
  if ('every' in when) return t('demo.panel.faults.every', { n: when.every }, when.every)
  return t('demo.panel.faults.chance', { n: when.chance })
}
