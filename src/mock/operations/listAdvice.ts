import { defaultPageSizes } from '#src/api/generated/values.ts'

import { compareAdvice } from '../domain/adviceGroups.ts'
import { topN } from '../domain/tokenFilter.ts'
import type { Operation } from '../server/operation.ts'
import { adviceContext, advisedTokens, findAdvice } from './findAdvice.ts'

export const listAdvice: Operation<'listAdvice', 'token-admin'> = {
  requires: 'token-admin',
  async run({ actor, query, db, now }) {
    const { group, page = 1, pageSize = defaultPageSizes.listAdvice } = query
    const offset = (page - 1) * pageSize
    const first = topN(offset + pageSize, compareAdvice(group))
    let total = 0
    const context = await adviceContext(db, actor, now)
    await findAdvice(context, (groupOfRow, row) => {
      if (groupOfRow !== group) return
      total += 1
      first.add(row)
    })
    const items = await advisedTokens(first.items().slice(offset), context)
    return { status: 200, body: { items, total, page, pageSize } }
  },
}
