import { answerOf, api, type Schema } from '#src/api/client.ts'

export type Activity = Schema<'Activity'>
export type ActivityChange = Schema<'ActivityChange'>
type ActivityAction = Schema<'ActivityAction'>

/** Which entries are wanted: all of it fits. */
export interface ActivityFilter {
  action?: ActivityAction
  /** The id of a user. */
  by?: string
  /** The id of a token, which need not exist any more. */
  token?: string
}

/** A page of what was done to the business's tokens, the newest first. @throws ApiError */
export async function listActivity(
  query: ActivityFilter & { page: number; pageSize: number },
): Promise<Schema<'ActivityList'>> {
  return (await answerOf(api.GET('/api/activity', { params: { query } }))).data
}
