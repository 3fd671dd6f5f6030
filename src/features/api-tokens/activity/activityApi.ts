import { unwrapResponse, api, type Schema } from '#src/api/client.ts'

export type Activity = Schema<'Activity'>
export type ActivityChange = Schema<'ActivityChange'>
type ActivityAction = Schema<'ActivityAction'>

/** Filters for activity entries. An entry has to match all of them. */
export interface ActivityFilter {
  action?: ActivityAction
  /** The id of a user. */
  by?: string
  /** The id of a token, which may have been deleted. */
  token?: string
}

/** Loads one page of the activity of the business's tokens, newest first. @throws ApiError */
export async function listActivity(
  query: ActivityFilter & { page: number; pageSize: number },
): Promise<Schema<'ActivityList'>> {
  return (await unwrapResponse(api.GET('/api/activity', { params: { query } }))).data
}
