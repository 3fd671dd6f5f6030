import type { PublicOperationId } from '#src/mock/server/contract/routes.ts'

import type { AnyPublicOperation } from '../operation.ts'
import { createMessage } from './createMessage.ts'
import { createOrderNote } from './createOrderNote.ts'
import { createOrderNoteAttachment } from './createOrderNoteAttachment.ts'
import { createSalesOrder } from './createSalesOrder.ts'
import { createSalesOrderTrackingLinks } from './createSalesOrderTrackingLinks.ts'
import { createTag } from './createTag.ts'
import { createTemplate } from './createTemplate.ts'
import { createTicket } from './createTicket.ts'
import { deleteMessage } from './deleteMessage.ts'
import { deleteOrderNote } from './deleteOrderNote.ts'
import { deleteSalesOrder } from './deleteSalesOrder.ts'
import { deleteSalesOrderTrackingLinks } from './deleteSalesOrderTrackingLinks.ts'
import { deleteTag } from './deleteTag.ts'
import { deleteTemplate } from './deleteTemplate.ts'
import { deleteTicket } from './deleteTicket.ts'
import { getMessage } from './getMessage.ts'
import { getOrderNote } from './getOrderNote.ts'
import { getSalesOrder } from './getSalesOrder.ts'
import { getSalesOrderTrackingLinks } from './getSalesOrderTrackingLinks.ts'
import { getTag } from './getTag.ts'
import { getTemplate } from './getTemplate.ts'
import { getTicket } from './getTicket.ts'
import { listChannels } from './listChannels.ts'
import { listContacts } from './listContacts.ts'
import { listOrderNotes } from './listOrderNotes.ts'
import { listSalesOrders } from './listSalesOrders.ts'
import { listTagGroups } from './listTagGroups.ts'
import { listTags } from './listTags.ts'
import { listTemplates } from './listTemplates.ts'
import { listTickets } from './listTickets.ts'
import { listUsers } from './listUsers.ts'
import { updateMessage } from './updateMessage.ts'
import { updateOrderNote } from './updateOrderNote.ts'
import { updateSalesOrder } from './updateSalesOrder.ts'
import { updateSalesOrderTrackingLinks } from './updateSalesOrderTrackingLinks.ts'
import { updateTag } from './updateTag.ts'
import { updateTemplate } from './updateTemplate.ts'
import { updateTicket } from './updateTicket.ts'
import { updateTicketData } from './updateTicketData.ts'
import { whoami } from './whoami.ts'

/**
 * All operations of the public API, by eDesk's operation ids. The compiler reports an operation that is missing here or not in
 * the contract.
 */
export const publicOperations: { [Id in PublicOperationId]: AnyPublicOperation } = {
  listSalesOrders,
  createSalesOrder,
  getSalesOrder,
  updateSalesOrder,
  deleteSalesOrder,
  createSalesOrderTrackingLinks,
  getSalesOrderTrackingLinks,
  updateSalesOrderTrackingLinks,
  deleteSalesOrderTrackingLinks,
  listOrderNotes,
  createOrderNote,
  getOrderNote,
  updateOrderNote,
  deleteOrderNote,
  createOrderNoteAttachment,
  listTickets,
  createTicket,
  getTicket,
  updateTicket,
  updateTicketData,
  DeleteTicket: deleteTicket,
  createMessage,
  getMessage,
  updateMessage,
  deleteMessage,
  listTags,
  createTag,
  getTag,
  updateTag,
  DeleteTag: deleteTag,
  listTagGroups,
  listUsers,
  listChannels,
  Contacts_List: listContacts,
  whoami,
  listTemplates,
  createTemplate,
  getTemplate,
  updateTemplate,
  deleteTemplate,
}
