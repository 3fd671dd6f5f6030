import { adviceGroupValues, itemLimits } from '#src/api/generated/values.ts'

import { compareAdvice } from '../domain/adviceGroups.ts'
import { topN } from '../domain/tokenFilter.ts'
import type { Operation } from '../server/operation.ts'
import { createAttentionCounter } from './createAttentionCounter.ts'
import { adviceContext, advisedTokens, findAdvice } from './findAdvice.ts'

export const getAdviceOverview: Operation<'getAdviceOverview', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, db, now }) {
    const summaries = adviceGroupValues.map((group) => ({
      group,
      total: 0,
      first: topN(itemLimits.AdviceSummary.items, compareAdvice(group)),
    }))
    const context = await adviceContext(db, actor, now)
    const counter = createAttentionCounter(context)
    await findAdvice(context, (group, row) => {
      counter.add(row)
      const summary = summaries.find((candidate) => candidate.group === group)
      if (!summary) return
      summary.total += 1
      summary.first.add(row)
    })
    const groups = summaries.map(async ({ group, total, first }) => ({
      group,
      total,
      items: await advisedTokens(first.items(), context),
    }))
    return { status: 200, body: { groups: await Promise.all(groups), counts: counter.counts } }
  },
}
