import { adviceOf, type AdviceKind } from '../domain/advice.ts'
import { dismissalOf, withDismissal, withoutDismissal } from '../domain/adviceGroups.ts'
import type { Writer } from '../domain/schema.ts'
import { toTokenProjection } from '../domain/tokenProjection.ts'
import type { Actor, Operation } from '../server/operation.ts'
import { recordAdviceChange } from '../server/records/recordActivity.ts'
import { createRuleTest, type RuleTest } from './createRuleTest.ts'

export const changeAdvice: Operation<'changeAdvice', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, body, db, now }) {
    const items: ((typeof body.items)[number] & { result: 'done' | 'missing' })[] = []
    const brokenRules = await createRuleTest(db, actor, now)
    for (const item of body.items) {
      const found = await changeOne(db, { actor, now, brokenRules }, body.action, item)
      items.push({ ...item, result: found ? 'done' : 'missing' })
    }
    return { status: 200, body: { items } }
  },
}

/** Returns false if the business has no such token, or there is no such advice about it. */
async function changeOne(
  db: Writer,
  { brokenRules, ...by }: { actor: Actor; now: Date; brokenRules: RuleTest },
  action: 'dismiss' | 'restore',
  { tokenId, kind }: { tokenId: string; kind: AdviceKind },
): Promise<boolean> {
  const token = await db.get('tokens', tokenId)
  if (token?.businessId !== by.actor.business.id) return false
  const rules = brokenRules(toTokenProjection(token))
  if (adviceOf(token, by.now, { rules })?.kind !== kind) return false
  const isDismissed = dismissalOf(token, kind, by.now) !== null
  if (action === 'dismiss' && !isDismissed) {
    await db.put('tokens', withDismissal(token, kind, by.now))
    await recordAdviceChange(db, by, 'advice_dismissed', token, kind)
  } else if (action === 'restore' && isDismissed) {
    await db.put('tokens', withoutDismissal(token, kind))
    await recordAdviceChange(db, by, 'advice_restored', token, kind)
  }
  return true
}
