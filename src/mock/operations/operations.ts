import type { ManagementOperationId } from '../server/contract/routes.ts'
import type { AnyOperation } from '../server/operation.ts'
import { answerAccessRequest } from './answerAccessRequest.ts'
import { changeAdvice } from './changeAdvice.ts'
import { changeLanguage } from './changeLanguage.ts'
import { changeRole } from './changeRole.ts'
import { changePlan } from './changePlan.ts'
import { changeRules } from './changeRules.ts'
import { changeTokens } from './changeTokens.ts'
import { confirmKeyShown } from './confirmKeyShown.ts'
import { confirmTokenPlaces } from './confirmTokenPlaces.ts'
import { createToken } from './createToken.ts'
import { deleteToken } from './deleteToken.ts'
import { findKeys } from './findKeys.ts'
import { findTokenByName } from './findTokenByName.ts'
import { getAdviceOverview } from './getAdviceOverview.ts'
import { getPlan } from './getPlan.ts'
import { getRules } from './getRules.ts'
import { getSession } from './getSession.ts'
import { getTicketView } from './getTicketView.ts'
import { getToken } from './getToken.ts'
import { getTokenAdvice } from './getTokenAdvice.ts'
import { getTokenUsage } from './getTokenUsage.ts'
import { listAccessRequests } from './listAccessRequests.ts'
import { listActivity } from './listActivity.ts'
import { listActivityTokens } from './listActivityTokens.ts'
import { listAdvice } from './listAdvice.ts'
import { listDemoAccounts } from './listDemoAccounts.ts'
import { listMembers } from './listMembers.ts'
import { listNotices } from './listNotices.ts'
import { listTicketViews } from './listTicketViews.ts'
import { listTokenIds } from './listTokenIds.ts'
import { listTokenPlaces } from './listTokenPlaces.ts'
import { listTokenRequests } from './listTokenRequests.ts'
import { listTokens } from './listTokens.ts'
import { logIn } from './logIn.ts'
import { logOut } from './logOut.ts'
import { lookUpTokens } from './lookUpTokens.ts'
import { markNotices } from './markNotices.ts'
import { pauseToken } from './pauseToken.ts'
import { replaceToken } from './replaceToken.ts'
import { requestAdminAccess } from './requestAdminAccess.ts'
import { resumeToken } from './resumeToken.ts'
import { retireToken } from './retireToken.ts'
import { updateToken } from './updateToken.ts'

/** All operations of the management API. A missing one, or one that the contract does not have, does not compile. */
export const operations: { [Id in ManagementOperationId]: AnyOperation } = {
  answerAccessRequest,
  changeAdvice,
  changePlan,
  changeLanguage,
  changeRole,
  changeRules,
  changeTokens,
  confirmKeyShown,
  confirmTokenPlaces,
  createToken,
  deleteToken,
  findKeys,
  findTokenByName,
  getAdviceOverview,
  getPlan,
  getRules,
  getSession,
  getTicketView,
  getToken,
  getTokenAdvice,
  getTokenUsage,
  listAccessRequests,
  listActivity,
  listActivityTokens,
  listAdvice,
  listDemoAccounts,
  listMembers,
  listNotices,
  listTicketViews,
  listTokenIds,
  listTokenPlaces,
  listTokenRequests,
  listTokens,
  logIn,
  logOut,
  lookUpTokens,
  markNotices,
  pauseToken,
  replaceToken,
  requestAdminAccess,
  resumeToken,
  retireToken,
  updateToken,
}
