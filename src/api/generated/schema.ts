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
    /** A page of the business's tokens */
    get: operations['listTokens']
    put?: never
    /**
     * Generate a token
     * @description The answer holds the token's key, in this one answer only: the service keeps no more than its SHA-256.
     *
     *     A repeat with the same Idempotency-Key and the same body never makes a second token. Until the key
     *     is confirmed as shown (`confirmKeyShown`), the token is used or ten minutes have gone by, a repeat in the same
     *     session answers with a new key for that token, and the key of the earlier answer stops working.
     *     After that it answers with the token alone. The same Idempotency-Key with another body is refused.
     */
    post: operations['createToken']
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
     * Change a token's name or description
     * @description The access of a token never changes. Without If-Match the answer is 428; where the token has changed
     *     since that version it is 412 and nothing is changed (RFC 9110, section 13.1.1).
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
    /** @description `permissions` is required with the level custom, and refused with any other. */
    NewToken: {
      name: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
      accessLevel: components['schemas']['AccessLevel']
      permissions?: components['schemas']['Permissions']
    }
    TokenChange: {
      name?: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
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
    TokenSort: 'name' | '-name' | 'createdAt' | '-createdAt'
    TokenList: {
      items: components['schemas']['Token'][]
      /** @description How many tokens the business has. */
      total: number
      page: number
      pageSize: number
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
    /** @enum {string} */
    TicketViewStatus: 'open' | 'pending' | 'closed'
    TicketViewSummary: {
      id: string
      subject: string
      status: components['schemas']['TicketViewStatus']
      contactName: string
      channelName: string
      /** Format: date-time */
      updatedAt: string
    }
    TicketViewList: {
      items: components['schemas']['TicketViewSummary'][]
      total: number
    }
    TicketView: {
      id: string
      subject: string
      status: components['schemas']['TicketViewStatus']
      contactName: string
      channelName: string
      /** Format: date-time */
      updatedAt: string
      messages: components['schemas']['TicketViewMessage'][]
      order: components['schemas']['TicketViewOrder'] | null
    }
    TicketViewMessage: {
      id: string
      /** @enum {string} */
      direction: 'incoming' | 'outgoing'
      authorName: string
      body: string
      /** Format: date-time */
      createdAt: string
    }
    TicketViewOrder: {
      id: string
      /** @description The number that the seller knows it by. */
      number: string
      /** @enum {string} */
      status: 'received' | 'shipped' | 'delivered'
      total: number
      currency: string
      items: components['schemas']['TicketViewOrderItem'][]
      tracking: components['schemas']['TicketViewTracking'][]
    }
    TicketViewOrderItem: {
      title: string
      sku: string
      quantity: number
    }
    TicketViewTracking: {
      carrier: string
      code: string
      link: string | null
    }
  }
  responses: {
    /** @description What went wrong (RFC 9457). */
    Problem: {
      headers: {
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    TokenId: string
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
    }
  }
  listTokens: {
    parameters: {
      query?: {
        /** @description The page, counted from 1. Past the last one the list is empty. */
        page?: number
        /** @description How many tokens a page holds. */
        pageSize?: number
        /** @description The order. Names compare as people compare them, without regard to case. */
        sort?: components['schemas']['TokenSort']
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
      default: components['responses']['Problem']
    }
  }
  createToken: {
    parameters: {
      query?: never
      header: {
        /** @description A value that the client makes up anew for each token it wants, for example a UUID. */
        'Idempotency-Key': string
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
    }
  }
  listTicketViews: {
    parameters: {
      query?: never
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
      default: components['responses']['Problem']
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
      default: components['responses']['Problem']
    }
  }
}
