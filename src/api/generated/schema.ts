// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.

export interface paths {
  '/api/demo-accounts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The accounts that a visitor of a demo may log in with
     * @description A production service has none, and answers an empty list.
     */
    get: operations['listDemoAccounts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/session': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Who is logged in
     * @description Also answers without a session, so that asking is never an error.
     */
    get: operations['getSession']
    put?: never
    /** Log in with e-mail and password */
    post: operations['logIn']
    /** End the session */
    delete: operations['logOut']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A page of the business's tokens
     * @description The filters are joined by "and".
     */
    get: operations['listTokens']
    put?: never
    /**
     * Generate a token
     * @description The answer holds the token's key, in this one answer only: the service keeps no more than its SHA-256.
     *
     *     A repeat with the same Idempotency-Key and the same body never makes a second token. Until the key
     *     is confirmed as shown (`confirmKeyShown`), the token is used or ten minutes have gone by, a repeat in the same
     *     session answers with a new key for that token, and the key of the earlier answer stops working.
     *     After that it answers with the token alone. The same Idempotency-Key with another body is refused, and a repeat after
     *     the token was deleted finds nothing.
     */
    post: operations['createToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/token-ids': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Which tokens fit
     * @description For whoever does something to all of them. With the filters of `listTokens`; the newest first.
     */
    get: operations['listTokenIds']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/token-batches': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Delete, pause or resume several tokens
     * @description Up to a hundred, in one go: of a call that fails nothing is done. A token that does not exist any more is told as missing,
     *     and hinders nothing; so a call can be repeated. Pausing a paused token changes nothing, and no more does resuming one that is
     *     not paused.
     */
    post: operations['changeTokens']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    /** One token */
    get: operations['getToken']
    put?: never
    post?: never
    /**
     * Delete a token
     * @description Every request with its key is refused from the moment of the answer on.
     */
    delete: operations['deleteToken']
    options?: never
    head?: never
    /**
     * Change a token's name or description, or let it expire sooner
     * @description The access of a token never changes, and its life never becomes longer: both take a replacement. Without If-Match the answer is 428; where the token has changed
     *     since that version it is 412 and nothing is changed (RFC 9110, section 13.1.1). What is sent as it is already changes nothing, the version
     *     included.
     */
    patch: operations['updateToken']
    trace?: never
  }
  '/api/tokens/{tokenId}/key-shown': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Say that the key is on the screen of the person who generated it
     * @description From now on a repeat of the creation does not give a key any more. Saying it twice is no error.
     */
    post: operations['confirmKeyShown']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/pause': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Pause a token
     * @description Every request with its key is refused from the moment of the answer on, until it is resumed. Pausing a paused token changes nothing.
     */
    post: operations['pauseToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/resume': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Let a paused token work again
     * @description Its key is the same as before. Resuming a token that is not paused changes nothing.
     */
    post: operations['resumeToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/replacement': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Generate a token that takes the place of this one
     * @description The new token has the name and the description of this one, a key of its own, and the access that is asked for. This one
     *     keeps working for the time that is asked for, under a name that says that its key is the old one; with `none` it is
     *     deleted at once. Where this one's name says so already, because it was replaced before, the new one is called as the
     *     application, unless another token is by now. The answer holds the new key, in this one answer only.
     *
     *     A repeat with the same Idempotency-Key and the same body is answered as one of `createToken` is. A token that is being
     *     replaced already cannot be replaced once more: the answer is 409.
     */
    post: operations['replaceToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/retirement': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Retire a token that is being replaced
     * @description For the old one of two. It is deleted, and its key is refused from the moment of the answer on. A token that nothing takes the
     *     place of cannot be retired: the answer is 409, so that no application is left without a working key by mistake.
     */
    post: operations['retireToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/advice': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    /** What may be done about a token, by what it was used for */
    get: operations['getTokenAdvice']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/advice': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What may be done about the tokens of the business
     * @description Bounded: of the tokens that were used last, and of those that nobody uses, the first with advice. `unused` counts all that
     *     nobody uses.
     */
    get: operations['listAdvice']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/found-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Which tokens keys belong to
     * @description For keys that were found where they should not be. The keys themselves are never sent, only their SHA-256: whoever
     *     reads the request cannot use it. Keys of no token of the business are left out of the answer.
     */
    post: operations['findKeys']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/activity': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A page of what was done to the business's tokens
     * @description Kept for good, also of tokens that were deleted. The filters are joined by "and".
     */
    get: operations['listActivity']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/notices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What there is to tell an Admin
     * @description Requests for Admin access that wait, tokens that expire within 14 days or expired within 30, what other Admins have done to
     *     tokens, and what the requests with a token have shown. Those about tokens only where the plan has tokens. They are made of
     *     what is there at the time: one that is settled is gone.
     */
    get: operations['listNotices']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/notices/read': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Mark notices as read or unread
     * @description For whoever is logged in; for nobody else. What is no notice any more is left out.
     */
    post: operations['markNotices']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/requests': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    /** A page of the requests that came with the token */
    get: operations['listTokenRequests']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tokens/{tokenId}/usage': {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    /** How much the token is used, day by day */
    get: operations['getTokenUsage']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/users': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The people of the business */
    get: operations['listMembers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/access-requests': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Requests for Admin access
     * @description An Admin gets those of the business that wait for an answer, anybody else gets their own, the newest first.
     */
    get: operations['listAccessRequests']
    put?: never
    /**
     * Ask the Admins of the business for Admin access
     * @description Asking again while a request waits answers with that request.
     */
    post: operations['requestAdminAccess']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/access-requests/{requestId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        requestId: string
      }
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Grant or decline a request */
    patch: operations['answerAccessRequest']
    trace?: never
  }
  '/api/plan': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The plan of the business */
    get: operations['getPlan']
    /** Move the business to another plan */
    put: operations['changePlan']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tickets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The tickets of the business */
    get: operations['listTicketViews']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tickets/{ticketId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        ticketId: string
      }
      cookie?: never
    }
    /** A ticket with its messages and its order */
    get: operations['getTicketView']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/sales-orders': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A page of the sales orders
     * @description Filters are joined by "and"; a date that cannot be read is refused with 4010.
     */
    get: operations['listSalesOrders']
    put?: never
    /**
     * Create a sales order
     * @description Says who bought by exactly one of `contact_id` and `contact`.
     */
    post: operations['createSalesOrder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/sales-orders/{salesOrderId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    /** One sales order */
    get: operations['getSalesOrder']
    /**
     * Change a sales order
     * @description Only what is sent changes, and null takes away what an order may be without. Items that are sent must exist, and are
     *     named by their id.
     */
    put: operations['updateSalesOrder']
    post?: never
    /** Delete a sales order */
    delete: operations['deleteSalesOrder']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/sales-orders-tracking-links/{salesOrderId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    /** The tracking links of a sales order */
    get: operations['getSalesOrderTrackingLinks']
    /**
     * Replace the tracking links of a sales order
     * @description The links that it had before go.
     */
    put: operations['updateSalesOrderTrackingLinks']
    /**
     * Add tracking links to a sales order
     * @description The links that it has already stay. Agents see them in the ticket of the order.
     */
    post: operations['createSalesOrderTrackingLinks']
    /**
     * Remove the tracking links of a sales order
     * @description All of them at once.
     */
    delete: operations['deleteSalesOrderTrackingLinks']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/order-notes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the notes on orders */
    get: operations['listOrderNotes']
    put?: never
    /** Write a note on a sales order */
    post: operations['createOrderNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/order-notes/{orderNoteId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    /** One note */
    get: operations['getOrderNote']
    /**
     * Rewrite a note
     * @description May also move it to another sales order.
     */
    put: operations['updateOrderNote']
    post?: never
    /** Delete a note */
    delete: operations['deleteOrderNote']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/order-notes/{orderNoteId}/attachments': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Attach files to a note
     * @description As a form with files, or as JSON with the files in base64; both are kept.
     */
    post: operations['createOrderNoteAttachment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tickets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * A page of the tickets
     * @description Filters are joined by "and"; a date that cannot be read is refused with 4010.
     */
    get: operations['listTickets']
    put?: never
    /** Create a ticket */
    post: operations['createTicket']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tickets/{ticketId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    /**
     * One ticket
     * @description It has the ids of its messages, not their text.
     */
    get: operations['getTicket']
    /**
     * Change a ticket
     * @description Only what is sent changes; `tag_ids` replaces all of its tags, null unties what the ticket may be without.
     */
    put: operations['updateTicket']
    post?: never
    /**
     * Archive a ticket
     * @description Its status becomes Archived, and it can still be read.
     */
    delete: operations['DeleteTicket']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tickets/{ticketId}/data': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    get?: never
    /** Set a ticket's custom fields */
    put: operations['updateTicketData']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/messages': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Write a message or a note into a ticket */
    post: operations['createMessage']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/messages/{messageId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The message's id.
         * @example 1
         */
        messageId: components['parameters']['MessageId']
      }
      cookie?: never
    }
    /**
     * One message
     * @description Messages have no list of their own; a ticket has their ids.
     */
    get: operations['getMessage']
    /**
     * Rewrite a note
     * @description Only a message of the type Note can be changed. A null leaves the field as it is.
     */
    put: operations['updateMessage']
    post?: never
    /** Delete a message */
    delete: operations['deleteMessage']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tags': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the tags */
    get: operations['listTags']
    put?: never
    /** Create a tag */
    post: operations['createTag']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tags/{tagId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The tag's id.
         * @example 1
         */
        tagId: components['parameters']['TagId']
      }
      cookie?: never
    }
    /** One tag */
    get: operations['getTag']
    /**
     * Change a tag
     * @description Only what is sent changes. A name that is sent must be another than it has (4003); null takes colour or icon away.
     */
    put: operations['updateTag']
    post?: never
    /** Delete a tag */
    delete: operations['DeleteTag']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/tag-groups': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the tag groups */
    get: operations['listTagGroups']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/users': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the users */
    get: operations['listUsers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/channels': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the channels */
    get: operations['listChannels']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/contacts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the contacts */
    get: operations['Contacts_List']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/whoami': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The user whose token is used
     * @description Needs a valid token and no permission, so that it is the way to try one out.
     */
    get: operations['whoami']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/templates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A page of the templates */
    get: operations['listTemplates']
    put?: never
    /** Create a template */
    post: operations['createTemplate']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/templates/{templateId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The template's id.
         * @example 1
         */
        templateId: components['parameters']['TemplateId']
      }
      cookie?: never
    }
    /** One template */
    get: operations['getTemplate']
    /**
     * Replace a template
     * @description What is not sent goes back to nothing.
     */
    put: operations['updateTemplate']
    post?: never
    /** Delete a template */
    delete: operations['deleteTemplate']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Problem: {
      type: components['schemas']['ProblemType']
      /** @description What kind of problem it is, the same each time. */
      title: string
      /** @description The HTTP status. */
      status: number
      /** @description What happened this time. */
      detail?: string
      /** @description The wrong fields, all at once. */
      errors?: components['schemas']['FieldError'][]
    }
    /**
     * @description Stable. What a program decides on.
     * @enum {string}
     */
    ProblemType:
      | '/problems/malformed-request'
      | '/problems/invalid-fields'
      | '/problems/not-logged-in'
      | '/problems/wrong-credentials'
      | '/problems/admin-required'
      | '/problems/plan-required'
      | '/problems/foreign-origin'
      | '/problems/not-found'
      | '/problems/method-not-allowed'
      | '/problems/idempotency-key-reused'
      | '/problems/request-answered'
      | '/problems/being-replaced'
      | '/problems/not-being-replaced'
      | '/problems/version-missing'
      | '/problems/version-changed'
      | '/problems/storage-full'
      | '/problems/storage-unavailable'
      | '/problems/storage-newer'
      | '/problems/internal'
    FieldError: {
      /** @description Which field, as a JSON Pointer (RFC 6901) into the body; a parameter by its name. */
      pointer: string
      code: components['schemas']['FieldErrorCode']
      detail: string
    }
    /** @enum {string} */
    FieldErrorCode:
      | 'required'
      | 'too-long'
      | 'control-characters'
      | 'taken'
      | 'unknown-property'
      | 'wrong-type'
      | 'not-allowed'
      | 'not-a-time'
      | 'in-the-past'
      | 'too-far'
      | 'not-sooner'
    DemoAccountList: {
      items: components['schemas']['DemoAccount'][]
      total: number
    }
    DemoAccount: {
      email: string
      /** @description Published, and the same for everybody. */
      password: string
      role: components['schemas']['Role']
      plan: components['schemas']['Plan']
    }
    LogIn: {
      email: string
      password: string
    }
    CurrentSession: {
      session: components['schemas']['Session'] | null
    }
    Session: {
      user: components['schemas']['Member']
      business: components['schemas']['Business']
    }
    Business: {
      id: string
      name: string
      plan: components['schemas']['Plan']
      /** @description Where its days begin and end: a name of the IANA database. */
      timeZone: string
    }
    /** @enum {string} */
    Role: 'admin' | 'agent'
    /**
     * @description From the smallest to the largest.
     * @enum {string}
     */
    Plan: 'starter' | 'professional' | 'enterprise'
    Member: {
      id: string
      name: string
      email: string
      role: components['schemas']['Role']
    }
    MemberList: {
      items: components['schemas']['Member'][]
      total: number
    }
    /** @description Somebody, as a record of what they did. */
    Person: {
      id: string
      name: string
    }
    /**
     * @description Chosen when the token is generated, and never changed (the help article's three types).
     * @enum {string}
     */
    AccessLevel: 'read_only' | 'full_access' | 'custom'
    /**
     * @description What a token with the level custom may do with one feature.
     * @enum {string}
     */
    Permission: 'full_access' | 'read_only' | 'no_access'
    /**
     * @description In the help article's order; it lists Channels twice, which is one feature.
     * @enum {string}
     */
    Feature:
      | 'sales_orders'
      | 'sales_orders_notes'
      | 'tickets'
      | 'messages'
      | 'users'
      | 'tag_items'
      | 'channels'
      | 'templates'
      | 'contacts'
      | 'tag_groups_users'
      | 'tag_groups'
    /** @description A permission for every feature. */
    Permissions: {
      sales_orders: components['schemas']['Permission']
      sales_orders_notes: components['schemas']['Permission']
      tickets: components['schemas']['Permission']
      messages: components['schemas']['Permission']
      users: components['schemas']['Permission']
      tag_items: components['schemas']['Permission']
      channels: components['schemas']['Permission']
      templates: components['schemas']['Permission']
      contacts: components['schemas']['Permission']
      tag_groups_users: components['schemas']['Permission']
      tag_groups: components['schemas']['Permission']
    }
    /**
     * @description The application that uses the token; one token for each application. Spaces at the ends are taken off, runs
     *     of them become one. Control characters are refused. Two names of one business are the same
     *     where they differ only in case, width or spaces.
     */
    TokenName: string
    /** @description How the application uses the API. May be empty and may have lines; other control characters are refused. */
    TokenDescription: string
    /**
     * @description `permissions` is required with the level custom, and refused with any other. Without `expiresAt` the token lives for 90
     *     days, as eDesk's do.
     */
    NewToken: {
      name: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
      accessLevel: components['schemas']['AccessLevel']
      permissions?: components['schemas']['Permissions']
      expiresAt?: components['schemas']['Expiry']
    }
    /**
     * Format: date-time
     * @description From when on the key is refused; null where it never is. At most ten years ahead. A time that is past, or that is none
     *     (30 February), is refused.
     */
    Expiry: string | null
    /** @description `permissions` and `expiresAt` as for a new token. */
    Replacement: {
      accessLevel: components['schemas']['AccessLevel']
      permissions?: components['schemas']['Permissions']
      expiresAt?: components['schemas']['Expiry']
      keepOldKey: components['schemas']['KeepOldKey']
    }
    /**
     * @description How long the old key works beside the new one; never longer than it would have.
     * @enum {string}
     */
    KeepOldKey: 'none' | 'hour' | 'day' | 'week'
    KeyHashes: {
      /** @description The SHA-256 of each key, in hexadecimal digits. */
      hashes: string[]
    }
    FoundKeyList: {
      items: {
        hash: string
        token: components['schemas']['Token']
      }[]
      total: number
    }
    /**
     * @description `expiring_soon` from 14 days before the end on. Where several fit, the first of expired, paused, being_replaced,
     *     expiring_soon.
     * @enum {string}
     */
    TokenStatus: 'active' | 'expiring_soon' | 'expired' | 'paused' | 'being_replaced'
    /** @description The other one of two tokens, of which one takes the place of the other. */
    TokenLink: {
      id: string
      name: string
      keyEnding: string
      /** Format: date-time */
      createdAt: string
      /** Format: date-time */
      lastUsedAt: string | null
      /** Format: date-time */
      expiresAt: string | null
      /** Format: date-time */
      pausedAt: string | null
    }
    /**
     * @description `unused`: nobody has used the token for 60 days. `only_refused`: it was used in the last 30 days, but nothing that it asked for
     *     was done. `unused_permissions`: it may do more than it did in 60 days. Tokens that are younger, paused, expired or being
     *     replaced get no advice about what they have not done.
     * @enum {string}
     */
    AdviceKind: 'unused' | 'only_refused' | 'unused_permissions'
    TokenAdvice: {
      kind: components['schemas']['AdviceKind']
      /** @description For `unused_permissions`, the features that less is enough for. */
      changes: components['schemas']['AdvisedChange'][]
      /** @description For `unused_permissions`, the access that is enough. */
      proposed: components['schemas']['ProposedAccess'] | null
    }
    AdvisedChange: {
      feature: components['schemas']['Feature']
      present: components['schemas']['Permission']
      proposed: components['schemas']['Permission']
      /**
       * Format: date-time
       * @description When the token last created, changed or deleted something there; null for never.
       */
      lastWrittenAt: string | null
    }
    ProposedAccess: {
      accessLevel: components['schemas']['AccessLevel']
      permissions: components['schemas']['Permissions']
    }
    AdviceList: {
      items: {
        token: {
          id: string
          name: string
          keyEnding: string
          /** Format: date-time */
          lastUsedAt: string | null
        }
        advice: components['schemas']['TokenAdvice']
      }[]
      /** @description How many tokens nobody uses. */
      unused: number
    }
    /** @enum {string} */
    ActivityAction:
      | 'created'
      | 'changed'
      | 'shortened'
      | 'replaced'
      | 'key_renewed'
      | 'paused'
      | 'resumed'
      | 'retired'
      | 'deleted'
    ActivityList: {
      items: components['schemas']['Activity'][]
      /** @description How many entries there are with these filters. */
      total: number
      page: number
      pageSize: number
    }
    Activity: {
      /** @description Counts up, so that what was done in one moment keeps its order. */
      id: number
      /** Format: date-time */
      at: string
      by: components['schemas']['Person']
      action: components['schemas']['ActivityAction']
      token: components['schemas']['TokenThen']
      /**
       * @description From which state to which. What was not there before, or is not there any more, is null. The access of a token that
       *     takes the place of another was that one's before, and may be the same.
       */
      changes: components['schemas']['ActivityChange'][]
    }
    /** @description A token as it was called then. */
    TokenThen: {
      id: string
      name: string
      keyEnding: string
      /** @description Whether it has not been deleted since. */
      exists: boolean
    }
    NoticeList: {
      items: components['schemas']['Notice'][]
      /** @description How many of these are not read yet. */
      unread: number
      /** @description How many there are, with those that are older than these. */
      total: number
    }
    /** @enum {string} */
    NoticeKind:
      | 'access_request'
      | 'token_expiring'
      | 'token_expired'
      | 'token_awake'
      | 'token_only_refused'
      | 'token_changes'
    Notice: {
      id: string
      kind: components['schemas']['NoticeKind']
      /**
       * Format: date-time
       * @description Since when there is something to tell.
       */
      at: string
      /** @description By whoever is logged in. */
      read: boolean
      /** @description Who asks for access, or who has done something. */
      person: components['schemas']['Person'] | null
      /** @description The one that it is about, if it is one. */
      token: components['schemas']['TokenThen'] | null
      /** @description What was done, where somebody has done something. */
      action: components['schemas']['ActivityAction'] | null
      /** @description How many tokens it was done to. At 100 it may be more. */
      count: number
      /**
       * Format: date-time
       * @description When the token expires, or has expired.
       */
      expiresAt: string | null
      /**
       * Format: date-time
       * @description Since when nothing had come with the token that is used again.
       */
      since: string | null
    }
    NoticeMarks: {
      ids: string[]
      read: boolean
    }
    ActivityChange: {
      /** @enum {string} */
      field:
        | 'name'
        | 'description'
        | 'access'
        | 'expires_at'
        | 'paused_at'
        | 'key_ending'
        | 'replaced_by'
        | 'replaces'
      before: string | null
      after: string | null
    }
    TokenChange: {
      name?: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
      /**
       * Format: date-time
       * @description Sooner than it is, and not past. Whoever wants a longer life replaces the token.
       */
      expiresAt?: string
    }
    Token: {
      id: string
      name: string
      description: string
      accessLevel: components['schemas']['AccessLevel']
      /** @description What the level comes to, feature by feature. */
      permissions: components['schemas']['Permissions']
      keyPrefix: string
      /** @description The last four characters of the key, to tell tokens apart. */
      keyEnding: string
      /** Format: date-time */
      createdAt: string
      createdBy: components['schemas']['Person']
      /** Format: date-time */
      updatedAt: string
      updatedBy: components['schemas']['Person']
      /** Format: date-time */
      lastUsedAt: string | null
      /**
       * Format: date-time
       * @description From when on the key is refused; null where it never is.
       */
      expiresAt: string | null
      /**
       * Format: date-time
       * @description Since when the key is refused for the time being.
       */
      pausedAt: string | null
      status: components['schemas']['TokenStatus']
      /** @description The token that takes its place, while both are there. */
      replacedBy: components['schemas']['TokenLink'] | null
      /** @description The token whose place it takes, while both are there. */
      replaces: components['schemas']['TokenLink'] | null
    }
    CreatedToken: {
      token: components['schemas']['Token']
      /** @description The secret text, in this one answer. Null on a repeat after it was shown. */
      key: string | null
    }
    /**
     * @default -createdAt
     * @enum {string}
     */
    TokenSort:
      | 'name'
      | '-name'
      | 'createdAt'
      | '-createdAt'
      | 'lastUsedAt'
      | '-lastUsedAt'
      | 'expiresAt'
      | '-expiresAt'
    TokenList: {
      items: components['schemas']['Token'][]
      /** @description How many tokens of the business fit. */
      total: number
      page: number
      pageSize: number
    }
    TokenIdList: {
      items: components['schemas']['TokenId'][]
      total: number
    }
    /** @description As much of a token as it takes to speak of it. */
    TokenId: {
      id: string
      name: string
      /** Format: date-time */
      lastUsedAt: string | null
    }
    TokenBatch: {
      action: components['schemas']['TokenBatchAction']
      ids: string[]
    }
    /** @enum {string} */
    TokenBatchAction: 'delete' | 'pause' | 'resume'
    TokenBatchResult: {
      items: {
        id: string
        /** @enum {string} */
        result: 'done' | 'missing'
      }[]
    }
    /** @enum {string} */
    AccessRequestStatus: 'waiting' | 'granted' | 'declined'
    AccessRequest: {
      id: string
      user: components['schemas']['Member']
      status: components['schemas']['AccessRequestStatus']
      /** Format: date-time */
      createdAt: string
    }
    AccessRequestList: {
      items: components['schemas']['AccessRequest'][]
      total: number
    }
    AccessAnswer: {
      /** @enum {string} */
      status: 'granted' | 'declined'
    }
    CurrentPlan: {
      plan: components['schemas']['Plan']
      /** @description Whether the one who asks may move the business to another plan. */
      canChange: boolean
    }
    PlanChange: {
      plan: components['schemas']['Plan']
    }
    TicketViewSummary: {
      id: number
      subject: string
      status: components['schemas']['TicketStatus']
      contactName: string
      channelName: string
      /** Format: date-time */
      updatedAt: string
    }
    TicketViewList: {
      items: components['schemas']['TicketViewSummary'][]
      total: number
      page: number
      pageSize: number
    }
    TicketView: {
      id: number
      subject: string
      status: components['schemas']['TicketStatus']
      contactName: string
      channelName: string
      /** Format: date-time */
      updatedAt: string
      tags: components['schemas']['TicketViewTag'][]
      /** @description The oldest first. */
      messages: components['schemas']['TicketViewMessage'][]
      order: components['schemas']['TicketViewOrder'] | null
    }
    TicketViewTag: {
      id: number
      name: string
      /** @description Six hexadecimal digits. */
      color: string | null
    }
    TicketViewMessage: {
      id: number
      /**
       * @description A note is for the team alone.
       * @enum {string}
       */
      kind: 'message' | 'note'
      /** @enum {string} */
      direction: 'incoming' | 'outgoing'
      authorName: string
      body: string
      attachments: string[]
      /** Format: date-time */
      createdAt: string
    }
    TicketViewOrder: {
      id: number
      /** @description The number that the seller knows it by. */
      number: string
      status: components['schemas']['SalesOrderStatus']
      total: number
      currency: string
      items: components['schemas']['TicketViewOrderItem'][]
      tracking: components['schemas']['TicketViewTracking'][]
      notes: components['schemas']['TicketViewOrderNote'][]
    }
    TicketViewOrderItem: {
      title: string
      sku: string
      quantity: number
    }
    TicketViewTracking: {
      carrier: string
      /** @description Empty where only a link was sent. */
      code: string
      /** @description Empty where there is none; else an http address. */
      link: string
      /** Format: date-time */
      sentAt: string | null
      /** @description The name of the token that it came with. */
      sentBy: string | null
    }
    TicketViewOrderNote: {
      id: number
      authorName: string
      text: string
      /** Format: date-time */
      createdAt: string
    }
    /**
     * @description Answered: it was done. Refused: the token did not allow it, or too many came at once. Not valid: the request was
     *     allowed, and could not be done as it was.
     * @enum {string}
     */
    RequestOutcome: 'answered' | 'refused' | 'not_valid'
    /** @enum {string} */
    RefusalReason: 'access' | 'plan' | 'expired' | 'paused' | 'rate_limit'
    /** @description A request that came with the token. Never the key, never what was in a body. */
    TokenRequest: {
      id: number
      /** Format: date-time */
      at: string
      method: string
      /** @description The operation's id; null where there is none at that address. */
      operation: string | null
      status: number
      milliseconds: number
      outcome: components['schemas']['RequestOutcome']
      reason: components['schemas']['RefusalReason'] | null
      /** @description Where the access was missing, the feature that it was missing for. */
      feature: components['schemas']['Feature'] | null
      /** @description Where the access was missing, what would have been enough. */
      needs: components['schemas']['Permission'] | null
    }
    TokenRequestList: {
      items: components['schemas']['TokenRequest'][]
      total: number
      page: number
      pageSize: number
    }
    DayOfRequests: {
      /** Format: date */
      date: string
      answered: number
      refused: number
      notValid: number
    }
    TokenUsage: {
      /** @description How many requests have come with the token. */
      total: number
      refused: number
      /** @description The last 14 days in UTC, today last; days without a request are there as well. */
      days: components['schemas']['DayOfRequests'][]
      /** @description What the newest refused request would have needed, if its access was what was missing. */
      missing: components['schemas']['MissingAccess'] | null
    }
    MissingAccess: {
      feature: components['schemas']['Feature']
      needs: components['schemas']['Permission']
    }
    EdeskError: {
      error: {
        httpCode: number
        message: string
        details: string
      }
    }
    ValidationError: {
      error: {
        /** @enum {integer} */
        httpCode: 400
        message: string
        /** @description What is wrong, by the name of the field. */
        details: {
          [key: string]: {
            errorCode: components['schemas']['EdeskErrorCode']
          }
        }
      }
    }
    /**
     * @description A string, as the live service has it. 4001 required, 4002 not found, 4003 must be unique, 4004 not accessible to the user,
     *     4005 must be numeric, 4006 must be an array, 4007 not an allowed value, 4008 must be a string, 4009 must be a boolean,
     *     4010 no valid date, 4011 no valid file URL, 4012 no valid image URL, 4013 type of channel not supported, 4014 order and
     *     channel do not match, 4015 client and channels do not match, 4016 limit of templates reached, 4017 order and item do not
     *     match, 4018 custom field value of a wrong type, 4019 not in the form of an attachment, 4020 too many characters,
     *     4021 no e-mail address, 4022 limit of message items reached.
     * @enum {string}
     */
    EdeskErrorCode:
      | '4001'
      | '4002'
      | '4003'
      | '4004'
      | '4005'
      | '4006'
      | '4007'
      | '4008'
      | '4009'
      | '4010'
      | '4011'
      | '4012'
      | '4013'
      | '4014'
      | '4015'
      | '4016'
      | '4017'
      | '4018'
      | '4019'
      | '4020'
      | '4021'
      | '4022'
    Confirmation: {
      ok: boolean
      message: string
    }
    Paginator: {
      currentPage: number
      itemsPerPage: number
      totalItemsCount: number
    }
    /**
     * Format: date-time-edesk
     * @description YYYY-MM-DD HH:MM:SS, in UTC.
     */
    EdeskDateTime: string
    /** @description Its currency is with the product of each item. */
    SalesOrder: {
      id: number
      channel_id: number
      /** @description The number that the seller knows it by. */
      seller_order_id: string
      status: components['schemas']['SalesOrderStatus']
      order_items: components['schemas']['SalesOrderItem'][]
      shipping_amount: number
      total_amount: number
      ship_to: components['schemas']['Address'] | null
      bill_to: components['schemas']['Address'] | null
      contact_id: number
      tracking_codes: components['schemas']['Tracking'][] | null
      created_at: components['schemas']['EdeskDateTime']
      /**
       * @description The latest of when it was ordered, when it was shipped, and when it got a status that says that it was paid,
       *     payment was rejected, or it was sent, delivered, canceled or returned. Other changes leave it.
       */
      last_updated_at: components['schemas']['EdeskDateTime'] | null
      ticket_id: number | null
      order_notes_id: number[] | null
      sales_order_delivery_dates: components['schemas']['SalesOrderDeliveryDates'] | null
      order_created_at: components['schemas']['EdeskDateTime'] | null
      order_shipped_at: components['schemas']['EdeskDateTime'] | null
      delivery_type: string | null
      custom_fields: components['schemas']['CustomField'][]
    }
    SalesOrderDeliveryDates: {
      expected_delivery_from: components['schemas']['EdeskDateTime'] | null
      expected_delivery_to: components['schemas']['EdeskDateTime'] | null
    }
    SalesOrderItem: {
      id: number
      product: components['schemas']['ProductChannel']
      quantity: number
      end_price: number
    }
    /** @description A text that was never given is empty, a number 0. */
    ProductChannel: {
      id: number
      sku: string
      title: string
      brand: string
      /** @description Height, length and width in centimetres, as 10x20x30. */
      dimensions: string | null
      /** @description In grams. */
      weight: number
      product_image_url: string
      marketplace_link: string
      price: number
      currency: string
    }
    /** @description What was never given is an empty text. */
    Tracking: {
      tracking_code: string
      /** @description A full URL. */
      tracking_link: string
      tracking_carrier_name: string
    }
    TrackingLink: {
      tracking_link: string
      /** @description Empty where it was not given. */
      tracking_carrier_name: string
    }
    Address: {
      name: string
      line_1: string
      line_2: string | null
      city: string
      state: string | null
      county: string | null
      /** @description Two letters, as in ISO 3166. */
      country: string
      postcode: string
      country_name: string
    }
    OrderNote: {
      id: number
      sales_order_id: number
      user: components['schemas']['User']
      text: string
      attachments: components['schemas']['OrderNoteAttachment'][]
      created_at: components['schemas']['EdeskDateTime']
      last_updated_at: components['schemas']['EdeskDateTime']
    }
    Attachment: {
      id: number
      name: string
      /** @description On messages a path, elsewhere a full URL. */
      link: string | null
      mime: string
    }
    OrderNoteAttachment: {
      id: number
      name: string
      link: string | null
      mime: string
      attachmentType: components['schemas']['AttachmentType']
    }
    /** @description What a ticket may be without, such as an order or an owner, is null. */
    Ticket: {
      id: number
      subject: string
      type: components['schemas']['TicketType']
      channel_id: number
      status: components['schemas']['TicketStatus']
      sales_order_id: number | null
      sales_order: components['schemas']['SalesOrder'] | null
      /** @description The marketplace's own number of the order. */
      external_order_id: string | null
      created_at: components['schemas']['EdeskDateTime']
      last_updated_at: components['schemas']['EdeskDateTime'] | null
      owner_user_id: number | null
      custom_fields: components['schemas']['CustomField'][]
      /** @description Seconds, negative when late; false where no reply is due. */
      time_left_to_reply: number | boolean
      tags_ids: number[]
      contact_id: number | null
      messages_ids: number[]
      uri: string
      replies: number
      ai_classification: string | null
    }
    Message: {
      id: number
      external_id: string | null
      subject: string
      created_at: components['schemas']['EdeskDateTime']
      /** @description Null where a user wrote it. */
      from_consumer_id: number | null
      from_user: components['schemas']['User'] | null
      type: components['schemas']['MessageType']
      attachments: components['schemas']['Attachment'][]
      /** @enum {string} */
      direction: 'Incoming' | 'Outgoing' | 'Other'
      body: string
      errors: string[]
      ticket_id: number
    }
    User: {
      id: number
      name: string
      email: string
      active: boolean
      username: string
      role: string
    }
    /** @description What was never given is an empty text. */
    Contact: {
      id: number
      channel_id: number
      client_id: number
      full_name: string
      phone_number: string
      email: string
    }
    Channel: {
      id: number
      type: string
      country: string
      currency: string
      name: string
    }
    Tag: {
      id: number
      name: string
      active: boolean
      tag_group_id: number
      color: components['schemas']['TagColor']
      icon: components['schemas']['TagIcon']
    }
    TagGroup: {
      id: number
      name: string | null
      /** @description Who made it. */
      user_id: number
      entity_type: string
      type: string
      hide: boolean
    }
    Template: {
      id: number
      name: string
      subject: string | null
      body_text: string
      channels: number[] | null
      /** @enum {string} */
      template_usage: 'Manual' | 'ManualAuto' | 'Auto' | 'Rule' | 'OutOfOffice'
      template_type: ('Consumer' | 'Internal' | 'External' | 'ChatConsumer')[]
      query_type: components['schemas']['TemplateQueryType'][] | null
      order_status: components['schemas']['SalesOrderStatus'][] | null
      /** @enum {string|null} */
      delivery_date: 'Within' | 'Outside' | null
      active: boolean
      order_fulfilment: components['schemas']['OrderFulfilment'][] | null
      created_at: components['schemas']['EdeskDateTime']
      message_subject: string | null
      invoice_attached: boolean
      only_use_if_no_replies_yet: boolean
      ai_classification: components['schemas']['TemplateAiClassification'] | null
      attachments: components['schemas']['Attachment'][]
    }
    TemplateAiClassification: {
      classification: components['schemas']['AiClass']
      quick_reply: boolean
    }
    CustomField: {
      id: number
      name: string
      value: string
    }
    /** @description Up to 255 characters, a limit of ours. */
    RequestName: string
    /** @description Up to 255 characters, a limit of ours. */
    RequestNameOrNull: string | null
    /** @description Up to 1,000 characters, a limit of ours. */
    RequestSubject: string
    /** @description Up to 65,535 characters, a limit of ours. */
    RequestText: string
    /**
     * Format: uri
     * @description A full URL, up to 2,048 characters, a limit of ours.
     */
    RequestUrl: string
    SalesOrderItemRequest: {
      sku: components['schemas']['RequestName']
      title: components['schemas']['RequestSubject']
      quantity: number
      item_amount: number
      shipping_amount: number
      /** @description A full URL of a picture, up to 2,048 characters, a limit of ours. */
      product_image_url?: string
      brand?: components['schemas']['RequestName']
      /** @description Height, length and width in centimetres, as 10x20x30. */
      dimensions?: components['schemas']['RequestNameOrNull']
      /** @description In grams. */
      weight?: number
    }
    SalesOrderItemUpdateRequest: {
      /** @description An item that the order has. */
      id: number
      sku: components['schemas']['RequestName']
      title: components['schemas']['RequestSubject']
      quantity: number
      item_amount: number
      shipping_amount: number
      /** @description A full URL of a picture, up to 2,048 characters, a limit of ours. */
      product_image_url?: string
      brand?: components['schemas']['RequestName']
      /** @description Height, length and width in centimetres, as 10x20x30. */
      dimensions?: components['schemas']['RequestNameOrNull']
      /** @description In grams; also as a text of digits. */
      weight?: number | string
    }
    SalesOrderRequest: {
      channel_id: number
      /** @description Unique within the channel. */
      seller_order_id: components['schemas']['RequestName']
      /** @description A code of three letters, as in ISO 4217. */
      currency: string
      status: components['schemas']['SalesOrderStatus']
      shipping_amount: number
      order_items: components['schemas']['SalesOrderItemRequest'][]
      contact_id?: number
      contact?: components['schemas']['ContactRequest']
      /** @description Required, because the live service refuses an order without it. */
      ship_to: components['schemas']['AddressRequest']
      bill_to?: components['schemas']['AddressRequestOrNull']
      tracking_codes?: components['schemas']['TrackingRequest'][] | null
      sales_order_delivery_dates?: components['schemas']['SalesOrderDeliveryDatesRequest']
      /** Format: date-time-edesk */
      order_created_at?: string | null
      /** Format: date-time-edesk */
      order_shipped_at?: string | null
      delivery_type?: components['schemas']['DeliveryType']
      custom_fields?: components['schemas']['CustomFieldRequest'][]
    } & (unknown | unknown)
    SalesOrderUpdateRequest: {
      channel_id?: number
      /** @description A code of three letters, as in ISO 4217. */
      currency?: string
      status?: components['schemas']['SalesOrderStatus']
      shipping_amount?: number
      order_items?: components['schemas']['SalesOrderItemUpdateRequest'][]
      contact_id?: number
      ship_to?: components['schemas']['AddressRequest']
      bill_to?: components['schemas']['AddressRequestOrNull']
      tracking_codes?: components['schemas']['TrackingRequest'][] | null
      sales_order_delivery_dates?: components['schemas']['SalesOrderDeliveryDatesRequest']
      /** Format: date-time-edesk */
      order_created_at?: string | null
      /** Format: date-time-edesk */
      order_shipped_at?: string | null
      delivery_type?: components['schemas']['DeliveryType']
      custom_fields?: components['schemas']['CustomFieldRequest'][]
    }
    SalesOrderDeliveryDatesRequest: {
      /** Format: date-time-edesk */
      expected_delivery_from?: string | null
      /** Format: date-time-edesk */
      expected_delivery_to?: string | null
    } | null
    AddressRequest: {
      name: components['schemas']['RequestName']
      line_1: components['schemas']['RequestName']
      line_2?: components['schemas']['RequestNameOrNull']
      city: components['schemas']['RequestName']
      state?: components['schemas']['RequestNameOrNull']
      county?: components['schemas']['RequestNameOrNull']
      /** @description Two letters, as in ISO 3166. */
      country: string
      postcode: components['schemas']['RequestName']
    }
    AddressRequestOrNull: {
      name: components['schemas']['RequestName']
      line_1: components['schemas']['RequestName']
      line_2?: components['schemas']['RequestNameOrNull']
      city: components['schemas']['RequestName']
      state?: components['schemas']['RequestNameOrNull']
      county?: components['schemas']['RequestNameOrNull']
      /** @description Two letters, as in ISO 3166. */
      country: string
      postcode: components['schemas']['RequestName']
    } | null
    TrackingRequest: {
      tracking_code: components['schemas']['RequestName']
      tracking_carrier_name: string
      /**
       * Format: uri
       * @description A full URL that holds the text (tracking_code), which the code takes the place of. Its limit of length is ours.
       */
      tracking_carrier_link?: string
    }
    TrackingLinksRequest: {
      tracking_links: components['schemas']['TrackingLinkRequest'][]
    }
    TrackingLinkRequest: {
      tracking_link: components['schemas']['RequestUrl']
      tracking_carrier_name?: string
    }
    OrderNoteRequest: {
      sales_order_id: number
      text: components['schemas']['RequestText']
    }
    OrderNoteUpdateRequest: {
      text: components['schemas']['RequestText']
      sales_order_id?: number
    }
    OrderNoteAttachmentsRequest: {
      files: components['schemas']['OrderNoteFileRequest'][]
    }
    OrderNoteFileRequest: {
      name: components['schemas']['RequestName']
      /** @description The media type, as image/png. */
      type: components['schemas']['RequestName']
      /** @description The file itself; its limit is ours. */
      base64: string
      /** @description Other where it is left out. */
      attachmentType?: components['schemas']['AttachmentType']
    }
    OrderNoteAttachmentParts: {
      /** @description The files, one part each. */
      'attachments[]': string[]
      /** @description One text part for all of the files. Other where it is left out. */
      attachmentType?: components['schemas']['AttachmentType']
    }
    TicketRequest: {
      subject: components['schemas']['RequestSubject']
      channel_id: number
      status: components['schemas']['TicketStatus']
      sales_order_id?: number | null
      /** Format: date-time-edesk */
      created_at?: string | null
      /** @description Whether to answer with all of it. Taken, and the answer always has all of it. */
      full_response?: boolean | null
      custom_fields?: components['schemas']['CustomFieldRequest'][]
      contact_id?: number | null
      contact?: components['schemas']['ContactRequest']
    }
    TicketUpdateRequest: {
      subject?: components['schemas']['RequestSubject']
      channel_id?: number
      status?: components['schemas']['TicketStatusWide']
      sales_order_id?: number | null
      custom_fields?: components['schemas']['CustomFieldRequest'][]
      contact_id?: number | null
      /** @description Replaces all tags. An answer has them as `tags_ids`. */
      tag_ids?: number[]
      owner_user_id?: number | null
    }
    TicketDataRequest: {
      custom_fields: components['schemas']['CustomFieldRequest'][]
    }
    MessageRequest: {
      /** @description Also as a text of digits. */
      ticket_id: number | string
      body: components['schemas']['RequestText']
      /** @enum {string} */
      type: 'Message' | 'Note'
      subject?: components['schemas']['RequestSubject']
      attachments?: components['schemas']['AttachmentRequest'][] | null
      /** Format: date-time-edesk */
      created_at?: string | null
      /** @description Whether to answer with all of it. Taken, and the answer always has all of it. */
      full_response?: boolean | null
      /** @enum {string} */
      direction?: 'Incoming' | 'Outgoing'
      /** @description Whether it is e-mailed to the customer. */
      send?: boolean | null
    }
    MessageUpdateRequest: {
      /** @description Up to 1,000 characters, a limit of ours. */
      subject?: string | null
      /** @description Up to 65,535 characters, a limit of ours. */
      body?: string | null
      /** @enum {string} */
      type?: 'Note'
    }
    AttachmentRequest: {
      name: components['schemas']['RequestName']
      /** @description Where the file is to be fetched from. */
      url: components['schemas']['RequestUrl']
    }
    TagRequest: {
      name: components['schemas']['RequestName']
      tag_group_id: number
      color?: components['schemas']['TagColor']
      icon?: components['schemas']['TagIcon']
      active?: boolean
    }
    TagUpdateRequest: {
      name?: components['schemas']['RequestName']
      tag_group_id?: number
      color?: components['schemas']['TagColor']
      icon?: components['schemas']['TagIcon']
      active?: boolean
    }
    TemplateRequest: {
      name: components['schemas']['RequestName']
      body_text: components['schemas']['RequestText']
      /** @enum {string} */
      template_usage: 'Manual' | 'ManualAuto'
      template_type: ('Consumer' | 'Internal' | 'External')[]
      active: boolean
      /** @description Up to 1,000 characters, a limit of ours. */
      subject?: string | null
      channels?: number[] | null
      query_type?: components['schemas']['TemplateQueryType'][] | null
      order_status?: components['schemas']['SalesOrderStatus'][] | null
      /** @enum {string|null} */
      delivery_date?: 'Within' | 'Outside' | null
      order_fulfilment?: components['schemas']['OrderFulfilment'][] | null
      /** @description Up to 1,000 characters, a limit of ours. */
      message_subject?: string | null
      invoice_attached?: boolean
      only_use_if_no_replies_yet?: boolean
      ai_classification?: {
        classification: components['schemas']['AiClass']
        quick_reply?: boolean
      } | null
      attachments?: components['schemas']['TemplateAttachmentRequest'][] | null
      /** @description The ids of attachments that go. */
      delete_attachments?: number[] | null
    }
    TemplateAttachmentRequest: {
      url: components['schemas']['RequestUrl']
      name: string
    }
    ContactRequest: {
      /** Format: email */
      email: string
      full_name?: components['schemas']['RequestName']
      phone_number?: components['schemas']['RequestName']
    }
    CustomFieldRequest: {
      name: components['schemas']['RequestName']
      /** @description A text of up to 65,535 characters, a limit of ours; anything else is refused with 4018. */
      value: string
    }
    /** @enum {string} */
    SalesOrderStatus:
      | 'OrderReceived'
      | 'PaymentReceived'
      | 'PaymentRejected'
      | 'PaymentAccepted'
      | 'OrderShipped'
      | 'InTransit'
      | 'Delivered'
      | 'Canceled'
      | 'Returned'
      | 'Hold'
    /** @enum {string|null} */
    DeliveryType: 'Expedited' | 'NextDay' | 'SecondDay' | 'Standard' | null
    /** @enum {string} */
    AttachmentType: 'Other' | 'Invoice'
    /** @enum {string} */
    OrderFulfilment: 'FBA' | 'MerchantFulfilled'
    /** @enum {string} */
    TicketStatus: 'Scheduled' | 'Spam' | 'Archived' | 'Open' | 'Pending' | 'Closed'
    /**
     * @description A status, or a mark beside it: Unread and Read, Priority and Unpriority. A mark leaves the status as it is, and no
     *     answer has it; tickets are found by it.
     * @enum {string}
     */
    TicketStatusWide:
      | 'Scheduled'
      | 'Spam'
      | 'Archived'
      | 'Open'
      | 'Pending'
      | 'Closed'
      | 'Unread'
      | 'Read'
      | 'Unpriority'
      | 'Priority'
    /** @enum {string} */
    TicketType:
      | 'BuyerNotes'
      | 'Cancellation'
      | 'Chat'
      | 'Chatbot'
      | 'ContactBuyer'
      | 'ContactForm'
      | 'DefectiveItemReceived'
      | 'FeedbackReply'
      | 'Incident'
      | 'InvoiceRequest'
      | 'NegativeFeedback'
      | 'OfferQuery'
      | 'OrderAdjustment'
      | 'OrderClaim'
      | 'OrderQuery'
      | 'OrderShippingInquiry'
      | 'PaymentsQuery'
      | 'Presales'
      | 'ProductQuery'
      | 'PublicMessage'
      | 'Query'
      | 'Refund'
      | 'ResolutionCase'
      | 'ReturnRequest'
      | 'ReturnsQuery'
      | 'SampleQuery'
      | 'ShippingQuery'
      | 'SystemMessage'
      | 'WrongItemReceived'
    /**
     * @description Every type of ticket but Chatbot, OrderAdjustment and Refund.
     * @enum {string}
     */
    TemplateQueryType:
      | 'BuyerNotes'
      | 'Cancellation'
      | 'Chat'
      | 'ContactBuyer'
      | 'ContactForm'
      | 'DefectiveItemReceived'
      | 'FeedbackReply'
      | 'Incident'
      | 'InvoiceRequest'
      | 'NegativeFeedback'
      | 'OfferQuery'
      | 'OrderClaim'
      | 'OrderQuery'
      | 'OrderShippingInquiry'
      | 'PaymentsQuery'
      | 'Presales'
      | 'ProductQuery'
      | 'PublicMessage'
      | 'Query'
      | 'ResolutionCase'
      | 'ReturnRequest'
      | 'ReturnsQuery'
      | 'SampleQuery'
      | 'ShippingQuery'
      | 'SystemMessage'
      | 'WrongItemReceived'
    /** @enum {string} */
    MessageType:
      | 'Message'
      | 'Note'
      | 'Status'
      | 'AutoReply'
      | 'NegativeFeedback'
      | 'NegativeFeedbackResponse'
      | 'NegativeFeedbackFixed'
      | 'ExternalMessage'
      | 'Rating'
      | 'ChatNavigate'
      | 'Scheduled'
      | 'SalesOrderEvent'
      | 'SalesOrderFeedbackSolicitation'
      | 'ChannelFeedback'
      | 'ChannelMessageThreadRule'
      | 'ChannelMessageAssignment'
      | 'EbayCancellationReply'
      | 'EbayCancellationCaseResponseHistory'
      | 'EbayPostOrderCase'
      | 'EbayInquiryCase'
      | 'EbayInquiryCaseResponseHistory'
      | 'EbayReturnCaseResponseHistory'
      | 'EbayReturnCaseFile'
      | 'EbayReturnCaseMoneyMovement'
      | 'EbayOrderExternalTransaction'
      | 'EbayInquiryReply'
      | 'PreSalesConversion'
      | 'RequestReview'
      | 'VoiceCall'
      | 'VoiceCallRecording'
      | 'VoiceCallVoicemail'
      | 'AmazonBuyerCancellation'
      | 'ChannelAdvisorAdjustment'
      | 'AiQuickReply'
      | 'AiAutoReplyHandsFree'
    /** @enum {string} */
    AiClass:
      | 'WhereOrder'
      | 'ShipmentInstructions'
      | 'PreorderShipmentInquiry'
      | 'GiftPurchase'
      | 'FaultyItem'
      | 'WrongItem'
      | 'MissingItems'
      | 'Damaged'
      | 'DontFit'
      | 'NotAsDescribed'
      | 'Warranty'
      | 'OtherReturn'
      | 'RefundRequest'
      | 'CancellationRequest'
      | 'PaymentIssue'
      | 'InvoiceRequest'
      | 'NoResponseNeeded'
      | 'HappyCustomer'
      | 'OutOfOffice'
      | 'OrderIssue'
      | 'ProductQuery'
      | 'TrackingCodeRequest'
      | 'UnhappyCustomer'
      | 'Replacement'
      | 'EvidenceReceived'
    /**
     * @description A hexadecimal colour without its
     * @enum {string|null}
     */
    TagColor:
      | '757575'
      | 'F44336'
      | 'E91E63'
      | '9C27B0'
      | '673AB7'
      | '3F51B5'
      | '2196F3'
      | '03A9F4'
      | '00BCD4'
      | '009688'
      | '4CAF50'
      | '8BC34A'
      | 'FFA000'
      | 'FB8C00'
      | 'FF5722'
      | '795548'
      | '607D8B'
      | '000000'
      | 'F68843'
      | '3BB9FB'
      | '8488E7'
      | '2C6DEF'
      | 'FFDF7E'
      | 'CFAAF8'
      | 'B6D44C'
      | 'F480B6'
      | 'EB3F48'
      | '76767B'
      | 'D682C8'
      | null
    /** @enum {string|null} */
    TagIcon:
      | 'folder'
      | 'heart'
      | 'hashtag'
      | 'automobile'
      | 'ban'
      | 'bank'
      | 'bell'
      | 'bolt'
      | 'bullhorn'
      | 'bullseye'
      | 'calendar'
      | 'check'
      | 'close'
      | 'cog'
      | 'comment'
      | 'comments'
      | 'exclamation'
      | 'eye'
      | 'flag'
      | 'gift'
      | 'group'
      | 'globe'
      | 'info'
      | 'legal'
      | 'magic'
      | 'money'
      | 'plane'
      | 'plug'
      | 'print'
      | 'recycle'
      | 'refresh'
      | 'reply'
      | 'smile'
      | 'star'
      | 'support'
      | 'tint'
      | 'tree'
      | 'user'
      | 'users'
      | 'unlock'
      | 'wheelchair'
      | 'wrench'
      | 'euro'
      | 'gbp'
      | 'remove'
      | 'dropbox'
      | 'truck'
      | 'dollar'
      | 'phone'
      | 'adjust'
      | 'adn'
      | 'ambulance'
      | 'anchor'
      | null
  }
  responses: {
    /** @description Parameters, headers or a body that cannot be read. */
    Malformed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Nobody is logged in. */
    NotLoggedIn: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description E-mail and password do not match. */
    WrongCredentials: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description An Admin login or a higher plan is needed, or the request came from another origin. */
    NotAllowed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The request came from another origin. */
    ForeignOrigin: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Nobody has it, or it is of another business. */
    NoSuchThing: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The request for Admin access does not wait for an answer, or its owner is an Admin already. */
    NoLongerWaiting: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The token is being replaced already, or nothing takes its place. */
    NotInThisState: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description It has changed since that version. */
    VersionChanged: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description If-Match is missing. */
    VersionMissing: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description Fields that are wrong, all at once; or an Idempotency-Key that was used for something else. */
    InvalidFields: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description 500 where something went wrong inside, 503 where the data cannot be reached, 507 where there is no room left. */
    ServiceProblem: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description No bearer token was sent, or it has expired or is paused. */
    TokenDoesNotWork: {
      headers: {
        /** @description How to authenticate (RFC 6750). */
        'WWW-Authenticate'?: string
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['EdeskError']
      }
    }
    /** @description The token is unknown, its access does not cover this, or the business's plan is too low. */
    NotAuthorized: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['EdeskError']
      }
    }
    /** @description There is nothing with this id, or it is of another business. */
    NotFound: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['EdeskError']
      }
    }
    /** @description Too many requests. */
    OutOfQuota: {
      headers: {
        /** @description In how many seconds there is quota again. */
        'Retry-After'?: number
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['EdeskError']
      }
    }
    /** @description 500 where something went wrong inside, 503 where the data cannot be reached, 507 where there is no room left. */
    ServiceError: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['EdeskError']
      }
    }
    /** @description Fields that are wrong, all at once; or a body that could not be read at all. */
    ValidationError: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json':
          components['schemas']['ValidationError'] | components['schemas']['EdeskError']
      }
    }
    /** @description Done. Not inside `data`, as the live service has it. */
    Confirmation: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "ok": true,
         *       "message": "Deleted."
         *     }
         */
        'application/json': components['schemas']['Confirmation']
      }
    }
    /** @description The sales order. */
    SalesOrder: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['SalesOrder']
        }
      }
    }
    /** @description The note. */
    OrderNote: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['OrderNote']
        }
      }
    }
    /** @description The ticket. */
    Ticket: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Ticket']
        }
      }
    }
    /** @description The message. */
    Message: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Message']
        }
      }
    }
    /** @description The tag. */
    Tag: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Tag']
        }
      }
    }
    /** @description The template. */
    Template: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Template']
        }
      }
    }
    /** @description The page. */
    SalesOrderList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['SalesOrder'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    OrderNoteList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['OrderNote'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TicketList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Ticket'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TagList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Tag'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TagGroupList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['TagGroup'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    UserList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['User'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    ChannelList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Channel'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    ContactList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Contact'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TemplateList: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: components['schemas']['Template'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The links, inside `data` like every single object. */
    TrackingLinks: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "data": {
         *         "tracking_links": [
         *           {
         *             "tracking_link": "https://www.example.com/track/CE123456785IE",
         *             "tracking_carrier_name": "An Post"
         *           }
         *         ]
         *       }
         *     }
         */
        'application/json': {
          data: {
            tracking_links: components['schemas']['TrackingLink'][]
          }
        }
      }
    }
    /** @description The user, inside `data` like every single object. */
    WhoAmI: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/json': {
          data: {
            user: components['schemas']['User']
          }
        }
      }
    }
  }
  parameters: {
    TokenId: string
    /** @description A value that the client makes up anew for each token it wants, for example a UUID. */
    IdempotencyKey: string
    /**
     * @description Only those with this text in the name, the description or the last characters of the key, without regard to case and
     *     width.
     */
    TokenSearch: string
    /** @description Only those of this access level. */
    TokensWithAccess: components['schemas']['AccessLevel']
    /** @description Only those that stand like this now. */
    TokensWithStatus: components['schemas']['TokenStatus']
    /** @description Only those that may at least read this feature. */
    TokensForFeature: components['schemas']['Feature']
    /** @description Only those that this user generated, who need not be there any more. */
    TokensMadeBy: string
    /** @description Only those that no request came with yet, or only the others. */
    TokensNeverUsed: boolean
    /** @description Only those that no request came with for so many days. Of a token that was never used the days count from its creation. */
    TokensUnusedFor: number
    /** @description Only those that expire within so many days and have not yet. */
    TokensExpiring: number
    /**
     * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
     * @example 1
     */
    Page: number
    /**
     * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
     * @example 20
     */
    ItemsPerPage: number
    /**
     * @description What the list is sorted by.
     * @example last_updated_at
     */
    OrderBy: 'id' | 'created_at' | 'last_updated_at'
    /**
     * @description Upwards or downwards.
     * @example desc
     */
    OrderDirection: 'asc' | 'desc'
    /**
     * @description The sales order's id.
     * @example 1001
     */
    SalesOrderId: number
    /**
     * @description The note's id.
     * @example 1
     */
    OrderNoteId: number
    /**
     * @description The ticket's id.
     * @example 1
     */
    TicketId: number
    /**
     * @description The message's id.
     * @example 1
     */
    MessageId: number
    /**
     * @description The tag's id.
     * @example 1
     */
    TagId: number
    /**
     * @description The template's id.
     * @example 1
     */
    TemplateId: number
  }
  requestBodies: never
  headers: {
    /** @description The version, a strong validator (RFC 9110, section 8.8.3). */
    ETag: string
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listDemoAccounts: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The accounts. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DemoAccountList']
        }
      }
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getSession: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The session, or null where nobody is logged in. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CurrentSession']
        }
      }
      '5XX': components['responses']['ServiceProblem']
    }
  }
  logIn: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LogIn']
      }
    }
    responses: {
      /** @description Logged in. The answer sets the session cookie. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Session']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['WrongCredentials']
      403: components['responses']['ForeignOrigin']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  logOut: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Nobody is logged in any more. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      403: components['responses']['ForeignOrigin']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listTokens: {
    parameters: {
      query?: {
        /** @description The page, counted from 1. Past the last one the list is empty. */
        page?: number
        /** @description How many tokens a page holds. */
        pageSize?: number
        /**
         * @description The order. Names compare as people compare them, without regard to case. A token that was never used comes before
         *     those that were, and one that never expires after those that do.
         */
        sort?: components['schemas']['TokenSort']
        /**
         * @description Only those with this text in the name, the description or the last characters of the key, without regard to case and
         *     width.
         */
        search?: components['parameters']['TokenSearch']
        /** @description Only those of this access level. */
        access?: components['parameters']['TokensWithAccess']
        /** @description Only those that stand like this now. */
        status?: components['parameters']['TokensWithStatus']
        /** @description Only those that may at least read this feature. */
        feature?: components['parameters']['TokensForFeature']
        /** @description Only those that this user generated, who need not be there any more. */
        madeBy?: components['parameters']['TokensMadeBy']
        /** @description Only those that no request came with yet, or only the others. */
        neverUsed?: components['parameters']['TokensNeverUsed']
        /** @description Only those that no request came with for so many days. Of a token that was never used the days count from its creation. */
        unusedFor?: components['parameters']['TokensUnusedFor']
        /** @description Only those that expire within so many days and have not yet. */
        expiring?: components['parameters']['TokensExpiring']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  createToken: {
    parameters: {
      query?: never
      header: {
        /** @description A value that the client makes up anew for each token it wants, for example a UUID. */
        'Idempotency-Key': components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewToken']
      }
    }
    responses: {
      /** @description A repeat, after the key was shown. The token, without its key. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      /** @description The token, and its key. */
      201: {
        headers: {
          /** @description The token's address in this API. */
          Location?: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listTokenIds: {
    parameters: {
      query?: {
        /**
         * @description Only those with this text in the name, the description or the last characters of the key, without regard to case and
         *     width.
         */
        search?: components['parameters']['TokenSearch']
        /** @description Only those of this access level. */
        access?: components['parameters']['TokensWithAccess']
        /** @description Only those that stand like this now. */
        status?: components['parameters']['TokensWithStatus']
        /** @description Only those that may at least read this feature. */
        feature?: components['parameters']['TokensForFeature']
        /** @description Only those that this user generated, who need not be there any more. */
        madeBy?: components['parameters']['TokensMadeBy']
        /** @description Only those that no request came with yet, or only the others. */
        neverUsed?: components['parameters']['TokensNeverUsed']
        /** @description Only those that no request came with for so many days. Of a token that was never used the days count from its creation. */
        unusedFor?: components['parameters']['TokensUnusedFor']
        /** @description Only those that expire within so many days and have not yet. */
        expiring?: components['parameters']['TokensExpiring']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenIdList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  changeTokens: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenBatch']
      }
    }
    responses: {
      /** @description What became of each, in the order of the question. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenBatchResult']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The token, with its version as ETag. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Token']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  deleteToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The token does not exist any more. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  updateToken: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag of the version that the change was made from. */
        'If-Match'?: string
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenChange']
      }
    }
    responses: {
      /** @description The token as it is now. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Token']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      412: components['responses']['VersionChanged']
      422: components['responses']['InvalidFields']
      428: components['responses']['VersionMissing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  confirmKeyShown: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Noted. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  pauseToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The token as it is now. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Token']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  resumeToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The token as it is now. */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Token']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  replaceToken: {
    parameters: {
      query?: never
      header: {
        /** @description A value that the client makes up anew for each token it wants, for example a UUID. */
        'Idempotency-Key': components['parameters']['IdempotencyKey']
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Replacement']
      }
    }
    responses: {
      /** @description A repeat, after the key was shown. The new token, without its key. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      /** @description The new token, and its key. */
      201: {
        headers: {
          /** @description The new token's address in this API. */
          Location?: string
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      409: components['responses']['NotInThisState']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  retireToken: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The old token does not exist any more. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      409: components['responses']['NotInThisState']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getTokenAdvice: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The advice; null where there is none. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            advice: components['schemas']['TokenAdvice'] | null
          }
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listAdvice: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Tokens with advice, those that were used last first; those that nobody uses after them. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AdviceList']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  findKeys: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyHashes']
      }
    }
    responses: {
      /** @description The tokens, each with the hash of its key, in the order of the question. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FoundKeyList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listActivity: {
    parameters: {
      query?: {
        /** @description The page, counted from 1. Past the last one the list is empty. */
        page?: number
        /** @description How many entries a page holds. */
        pageSize?: number
        /** @description Only what was done like this. */
        action?: components['schemas']['ActivityAction']
        /** @description Only what this user did. */
        by?: string
        /** @description Only what was done to this token, which need not exist any more. */
        token?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The page, the newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ActivityList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listNotices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The newest first, no more than 50. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NoticeList']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  markNotices: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NoticeMarks']
      }
    }
    responses: {
      /** @description They are marked. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listTokenRequests: {
    parameters: {
      query?: {
        /** @description The page, counted from 1. Past the last one the list is empty. */
        page?: number
        /** @description How many requests a page holds. */
        pageSize?: number
        /** @description Only those that ended like this. */
        outcome?: components['schemas']['RequestOutcome']
      }
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The page, the newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenRequestList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getTokenUsage: {
    parameters: {
      query?: never
      header?: never
      path: {
        tokenId: components['parameters']['TokenId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The sums. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenUsage']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listMembers: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description All of them, by name. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MemberList']
        }
      }
      401: components['responses']['NotLoggedIn']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listAccessRequests: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The requests. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccessRequestList']
        }
      }
      401: components['responses']['NotLoggedIn']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  requestAdminAccess: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The request. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccessRequest']
        }
      }
      401: components['responses']['NotLoggedIn']
      403: components['responses']['ForeignOrigin']
      409: components['responses']['NoLongerWaiting']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  answerAccessRequest: {
    parameters: {
      query?: never
      header?: never
      path: {
        requestId: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AccessAnswer']
      }
    }
    responses: {
      /** @description The request as it is now. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccessRequest']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      404: components['responses']['NoSuchThing']
      409: components['responses']['NoLongerWaiting']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getPlan: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The plan. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CurrentPlan']
        }
      }
      401: components['responses']['NotLoggedIn']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  changePlan: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanChange']
      }
    }
    responses: {
      /** @description The plan as it is now. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CurrentPlan']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      403: components['responses']['NotAllowed']
      422: components['responses']['InvalidFields']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listTicketViews: {
    parameters: {
      query?: {
        /** @description The page, counted from 1. Past the last one the list is empty. */
        page?: number
        /** @description How many tickets a page holds. */
        pageSize?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TicketViewList']
        }
      }
      400: components['responses']['Malformed']
      401: components['responses']['NotLoggedIn']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  getTicketView: {
    parameters: {
      query?: never
      header?: never
      path: {
        ticketId: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The ticket. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TicketView']
        }
      }
      401: components['responses']['NotLoggedIn']
      404: components['responses']['NoSuchThing']
      '5XX': components['responses']['ServiceProblem']
    }
  }
  listSalesOrders: {
    parameters: {
      query?: {
        /**
         * @description What the list is sorted by.
         * @example last_updated_at
         */
        order_by?: components['parameters']['OrderBy']
        /**
         * @description Upwards or downwards.
         * @example desc
         */
        order_direction?: components['parameters']['OrderDirection']
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description The contact who bought.
         * @example 1
         */
        filter_contact_id_equals?: number
        /**
         * @description The channel that it was sold on.
         * @example 1
         */
        filter_channel_id_equals?: number
        /**
         * @description The number that the seller knows it by.
         * @example NW-1001
         */
        filter_seller_order_id_equals?: string
        /**
         * @description Its status.
         * @example OrderReceived
         */
        filter_status_equals?: components['schemas']['SalesOrderStatus']
        /**
         * @description This id or a higher one.
         * @example 1001
         */
        filter_id_gte?: number
        /**
         * @description This id or a lower one.
         * @example 1999
         */
        filter_id_lte?: number
        /**
         * @description Created on this day or later (YYYY-MM-DD).
         * @example 2026-01-01
         */
        filter_created_at_gte?: string
        /**
         * @description Created on this day or earlier (YYYY-MM-DD).
         * @example 2026-12-31
         */
        filter_created_at_lte?: string
        /**
         * @description Last updated on this day or later (YYYY-MM-DD).
         * @example 2026-01-01
         */
        filter_last_updated_at_gte?: string
        /**
         * @description Last updated on this day or earlier (YYYY-MM-DD).
         * @example 2026-12-31
         */
        filter_last_updated_at_lte?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['SalesOrderList']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createSalesOrder: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "channel_id": 1,
         *       "seller_order_id": "NW-1005",
         *       "currency": "EUR",
         *       "status": "OrderReceived",
         *       "shipping_amount": 4.5,
         *       "order_items": [
         *         {
         *           "sku": "OAK-BRD-L",
         *           "title": "Oak serving board",
         *           "quantity": 1,
         *           "item_amount": 34.9,
         *           "shipping_amount": 4.5
         *         }
         *       ],
         *       "contact": {
         *         "email": "maja.lindqvist@example.com",
         *         "full_name": "Maja Lindqvist"
         *       },
         *       "ship_to": {
         *         "name": "Maja Lindqvist",
         *         "line_1": "12 Harbour Street",
         *         "city": "Galway",
         *         "country": "IE",
         *         "postcode": "H91 X2C3"
         *       }
         *     }
         */
        'application/json': components['schemas']['SalesOrderRequest']
      }
    }
    responses: {
      200: components['responses']['SalesOrder']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getSalesOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['SalesOrder']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateSalesOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "OrderShipped",
         *       "order_shipped_at": "2026-11-24 09:30:00",
         *       "tracking_codes": [
         *         {
         *           "tracking_code": "CE123456785IE",
         *           "tracking_carrier_name": "An Post"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['SalesOrderUpdateRequest']
      }
    }
    responses: {
      200: components['responses']['SalesOrder']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  deleteSalesOrder: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getSalesOrderTrackingLinks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['TrackingLinks']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateSalesOrderTrackingLinks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "tracking_links": [
         *         {
         *           "tracking_link": "https://www.example.com/track/CE123456785IE",
         *           "tracking_carrier_name": "An Post"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['TrackingLinksRequest']
      }
    }
    responses: {
      200: components['responses']['SalesOrder']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createSalesOrderTrackingLinks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "tracking_links": [
         *         {
         *           "tracking_link": "https://www.example.com/track/CE123456785IE",
         *           "tracking_carrier_name": "An Post"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['TrackingLinksRequest']
      }
    }
    responses: {
      200: components['responses']['SalesOrder']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  deleteSalesOrderTrackingLinks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The sales order's id.
         * @example 1001
         */
        salesOrderId: components['parameters']['SalesOrderId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listOrderNotes: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['OrderNoteList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createOrderNote: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "sales_order_id": 1001,
         *       "text": "Packed with extra paper; the last board arrived scratched."
         *     }
         */
        'application/json': components['schemas']['OrderNoteRequest']
      }
    }
    responses: {
      200: components['responses']['OrderNote']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getOrderNote: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['OrderNote']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateOrderNote: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Packed with extra paper, and insured."
         *     }
         */
        'application/json': components['schemas']['OrderNoteUpdateRequest']
      }
    }
    responses: {
      200: components['responses']['OrderNote']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  deleteOrderNote: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createOrderNoteAttachment: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The note's id.
         * @example 1
         */
        orderNoteId: components['parameters']['OrderNoteId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "files": [
         *         {
         *           "name": "packing-list.txt",
         *           "type": "text/plain",
         *           "base64": "T25lIG9hayBzZXJ2aW5nIGJvYXJk",
         *           "attachmentType": "Other"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['OrderNoteAttachmentsRequest']
        'multipart/form-data': components['schemas']['OrderNoteAttachmentParts']
      }
    }
    responses: {
      200: components['responses']['OrderNote']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listTickets: {
    parameters: {
      query?: {
        /**
         * @description What the list is sorted by.
         * @example last_updated_at
         */
        order_by?: components['parameters']['OrderBy']
        /**
         * @description Upwards or downwards.
         * @example desc
         */
        order_direction?: components['parameters']['OrderDirection']
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description The contact who wrote.
         * @example 1
         */
        filter_contact_id_equals?: number
        /**
         * @description The channel that it came by.
         * @example 1
         */
        filter_channel_id_equals?: number
        /**
         * @description The sales order that it is about.
         * @example 1001
         */
        filter_sales_order_id_equals?: number
        /**
         * @description The user who has it.
         * @example 1
         */
        filter_owner_user_id_equals?: number
        /**
         * @description The seller's number of the order that it is about.
         * @example NW-1001
         */
        filter_seller_order_id_equals?: string
        /**
         * @description Its status, or a mark beside it.
         * @example Open
         */
        filter_status_equals?: components['schemas']['TicketStatusWide']
        /**
         * @description Its type.
         * @example OrderQuery
         */
        filter_type_equals?: components['schemas']['TicketType']
        /**
         * @description Created on this day or later (YYYY-MM-DD).
         * @example 2026-01-01
         */
        filter_created_at_gte?: string
        /**
         * @description Created on this day or earlier (YYYY-MM-DD).
         * @example 2026-12-31
         */
        filter_created_at_lte?: string
        /**
         * @description Last written to on this day or later (YYYY-MM-DD).
         * @example 2026-01-01
         */
        filter_last_updated_at_gte?: string
        /**
         * @description Last written to on this day or earlier (YYYY-MM-DD).
         * @example 2026-12-31
         */
        filter_last_updated_at_lte?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['TicketList']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createTicket: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "subject": "Where is my order?",
         *       "channel_id": 1,
         *       "status": "Open",
         *       "sales_order_id": 1001,
         *       "contact_id": 1
         *     }
         */
        'application/json': components['schemas']['TicketRequest']
      }
    }
    responses: {
      200: components['responses']['Ticket']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getTicket: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Ticket']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateTicket: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "status": "Pending",
         *       "tag_ids": [
         *         1
         *       ]
         *     }
         */
        'application/json': components['schemas']['TicketUpdateRequest']
      }
    }
    responses: {
      200: components['responses']['Ticket']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  DeleteTicket: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateTicketData: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The ticket's id.
         * @example 1
         */
        ticketId: components['parameters']['TicketId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "custom_fields": [
         *         {
         *           "name": "Warehouse",
         *           "value": "Galway"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['TicketDataRequest']
      }
    }
    responses: {
      200: components['responses']['Ticket']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createMessage: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "ticket_id": 1,
         *       "type": "Message",
         *       "body": "Your serving board left us today. An Post brings it on Thursday.",
         *       "direction": "Outgoing",
         *       "send": true
         *     }
         */
        'application/json': components['schemas']['MessageRequest']
      }
    }
    responses: {
      200: components['responses']['Message']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getMessage: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The message's id.
         * @example 1
         */
        messageId: components['parameters']['MessageId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Message']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateMessage: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The message's id.
         * @example 1
         */
        messageId: components['parameters']['MessageId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "type": "Note",
         *       "body": "The customer prefers to be called in the afternoon."
         *     }
         */
        'application/json': components['schemas']['MessageUpdateRequest']
      }
    }
    responses: {
      200: components['responses']['Message']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  deleteMessage: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The message's id.
         * @example 1
         */
        messageId: components['parameters']['MessageId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listTags: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['TagList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createTag: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Fragile",
         *       "tag_group_id": 1,
         *       "color": "F44336",
         *       "icon": "gift",
         *       "active": true
         *     }
         */
        'application/json': components['schemas']['TagRequest']
      }
    }
    responses: {
      200: components['responses']['Tag']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getTag: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The tag's id.
         * @example 1
         */
        tagId: components['parameters']['TagId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Tag']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateTag: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The tag's id.
         * @example 1
         */
        tagId: components['parameters']['TagId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "color": "FFA000",
         *       "active": false
         *     }
         */
        'application/json': components['schemas']['TagUpdateRequest']
      }
    }
    responses: {
      200: components['responses']['Tag']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  DeleteTag: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The tag's id.
         * @example 1
         */
        tagId: components['parameters']['TagId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listTagGroups: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['TagGroupList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listUsers: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['UserList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listChannels: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['ChannelList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  Contacts_List: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description Words to look for in all of a contact.
         * @example Maja
         */
        fsf_query?: string
        /**
         * @description The contact's id.
         * @example 1
         */
        consumer_id?: number
        /**
         * @description The whole e-mail address.
         * @example maja.lindqvist@example.com
         */
        email?: string
        /**
         * @description The full name.
         * @example Maja Lindqvist
         */
        name?: string
        /**
         * @description The telephone number.
         * @example +353 91 555 0100
         */
        phone_number?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['ContactList']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  whoami: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['WhoAmI']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  listTemplates: {
    parameters: {
      query?: {
        /**
         * @description The page, counted from 1. What is below 1 or no number is taken as 1; past the last page the list is empty.
         * @example 1
         */
        page?: components['parameters']['Page']
        /**
         * @description How many items a page has, at most 100. More is taken as 100, what is below 1 or no number as 20.
         * @example 20
         */
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['TemplateList']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  createTemplate: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Shipping delay",
         *       "body_text": "We are sorry that your parcel is late. It is on its way.",
         *       "template_usage": "Manual",
         *       "template_type": [
         *         "Consumer"
         *       ],
         *       "active": true,
         *       "subject": "Your parcel",
         *       "order_status": [
         *         "OrderShipped"
         *       ]
         *     }
         */
        'application/json': components['schemas']['TemplateRequest']
      }
    }
    responses: {
      200: components['responses']['Template']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  getTemplate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The template's id.
         * @example 1
         */
        templateId: components['parameters']['TemplateId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Template']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  updateTemplate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The template's id.
         * @example 1
         */
        templateId: components['parameters']['TemplateId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Shipping delay",
         *       "body_text": "We are sorry that your parcel is late again. It is on its way.",
         *       "template_usage": "Manual",
         *       "template_type": [
         *         "Consumer"
         *       ],
         *       "active": true,
         *       "subject": "Your parcel",
         *       "order_status": [
         *         "OrderShipped"
         *       ]
         *     }
         */
        'application/json': components['schemas']['TemplateRequest']
      }
    }
    responses: {
      200: components['responses']['Template']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
  deleteTemplate: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description The template's id.
         * @example 1
         */
        templateId: components['parameters']['TemplateId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Confirmation']
      400: components['responses']['ValidationError']
      401: components['responses']['TokenDoesNotWork']
      403: components['responses']['NotAuthorized']
      404: components['responses']['NotFound']
      429: components['responses']['OutOfQuota']
      '5XX': components['responses']['ServiceError']
    }
  }
}
