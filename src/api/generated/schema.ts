// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.

export interface paths {
  '/api/demo-accounts': {
    parameters: {}
    /**
     * List the demo accounts
     * @description Returns the accounts that a demo visitor can log in with. A production service returns an empty list.
     */
    get: operations['listDemoAccounts']
  }
  '/api/session': {
    parameters: {}
    /**
     * Get the current session
     * @description Returns null instead of an error if nobody is logged in.
     */
    get: operations['getSession']
    /** Log in with email and password */
    post: operations['logIn']
    /** End the session */
    delete: operations['logOut']
  }
  '/api/session/language': {
    parameters: {}
    /**
     * Change your language
     * @description The service keeps the language for the user, so that every browser shows it.
     */
    put: operations['changeLanguage']
  }
  '/api/tokens': {
    parameters: {}
    /**
     * List tokens
     * @description Returns the tokens of the business that match every filter. An old key that still works is not a token of its own: it is in
     *     `oldKeys` of the token that replaces it. The search finds that token by the old key, too.
     */
    get: operations['listTokens']
    /**
     * Generate a token
     * @description Only this response contains the key. The service stores the SHA-256 hash of the key and cannot show the key again.
     *
     *     A retry is a request of the same session with the same Idempotency-Key and the same body. It never creates a second token.
     *     At first, a retry returns a new key for the same token, and the earlier key stops working. Once the client confirms the key as
     *     shown (`confirmKeyShown`), an application uses the token, or ten minutes pass, a retry returns the token without a key.
     *     The service refuses the same Idempotency-Key with another body, and returns 404 if the token was deleted.
     */
    post: operations['createToken']
  }
  '/api/token-ids': {
    parameters: {}
    /**
     * List the ids of matching tokens
     * @description Returns the ids of all tokens that match the filters of `listTokens`, newest first. Use it to select tokens for `changeTokens`.
     */
    get: operations['listTokenIds']
  }
  '/api/token-names': {
    parameters: {}
    /**
     * Find the token that has a name
     * @description Use it to check a name before a token is generated or renamed. Names that differ only in case, character width or spaces count
     *     as equal. The name is in the body, so that no log of addresses contains it.
     */
    post: operations['findTokenByName']
  }
  '/api/token-batches': {
    parameters: {}
    /**
     * Delete, pause or resume several tokens
     * @description Changes up to 100 tokens in one transaction: if the call fails, no token changes. The result lists a deleted token as
     *     `missing`, and the call still changes the other tokens, so clients can retry it. Pausing a paused token and resuming an active
     *     token change nothing.
     */
    post: operations['changeTokens']
  }
  '/api/token-lookups': {
    parameters: {}
    /**
     * Get several tokens by id
     * @description Returns up to 100 tokens, for example to export a list whose ids were read before with `listTokenIds`. Unlike the pages of a
     *     list, the result does not shift when another user deletes or creates tokens. It omits tokens that do not exist.
     */
    post: operations['lookUpTokens']
  }
  '/api/tokens/{tokenId}': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /** Get a token */
    get: operations['getToken']
    /**
     * Delete a token
     * @description From this response on, the service refuses every request with the token's key.
     */
    delete: operations['deleteToken']
    /**
     * Update a token's name, description or expiry
     * @description A token's access cannot change, and its expiry can only move closer; replace the token instead. The request requires
     *     If-Match: without it, the response is 428. If the token has changed since that version, the response is 412, and the request
     *     changes nothing (RFC 9110, section 13.1.1). A request without a difference keeps the version.
     */
    patch: operations['updateToken']
  }
  '/api/tokens/{tokenId}/key-shown': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Confirm that the key was shown
     * @description After this call, a retry of the creation no longer returns a key. Confirming twice is not an error.
     */
    post: operations['confirmKeyShown']
  }
  '/api/tokens/{tokenId}/pause': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Pause a token
     * @description From this response on, the service refuses every request with the token's key, until an Admin resumes the token. Pausing a paused token changes nothing.
     */
    post: operations['pauseToken']
  }
  '/api/tokens/{tokenId}/resume': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Resume a paused token
     * @description The key stays the same. Resuming an active token changes nothing.
     */
    post: operations['resumeToken']
  }
  '/api/tokens/{tokenId}/replacement': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Replace a token
     * @description Generates a new token with the name and description of the old token, a new key and the requested access. The old token keeps
     *     working for the time in `keepOldKey`, with "(old key)" in its name; with `none`, it is deleted at once. If the old token's name
     *     already contains "(old key)" from an earlier replacement, the new token gets the name without it, unless another token has that
     *     name. Only this response contains the new key.
     *
     *     A retry with the same Idempotency-Key and the same body works as for `createToken`. A token that is already being replaced
     *     cannot be replaced again: the response is 409.
     */
    post: operations['replaceToken']
  }
  '/api/tokens/{tokenId}/retirement': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Retire a token that is being replaced
     * @description Deletes the old token of a replacement before its time is over. From this response on, the service refuses every request with
     *     the old key. If no new token replaces this one, the response is 409, so that no application loses its only working key by
     *     mistake.
     */
    post: operations['retireToken']
  }
  '/api/tokens/{tokenId}/advice': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /** Get the advice about a token */
    get: operations['getTokenAdvice']
  }
  '/api/advice-overview': {
    parameters: {}
    /**
     * Get an overview of the advice about tokens
     * @description Returns all groups of advice, each with the number of its tokens and the first six of them. `listAdvice` returns all tokens
     *     of a group. A token is in one group at most: the first that applies. `counts` also counts tokens without advice.
     */
    get: operations['getAdviceOverview']
  }
  '/api/advice': {
    parameters: {}
    /** List the advice of a group */
    get: operations['listAdvice']
  }
  '/api/advice-batches': {
    parameters: {}
    /**
     * Dismiss or restore advice
     * @description Dismissed advice moves to the group `dismissed` for 90 days, for all Admins of the business; advice of another kind about the
     *     same token does not. Restored advice moves back at once. Changes up to 100 in one transaction: if the call fails, nothing
     *     changes. The result is `missing` where the token no longer exists or has no such advice, and the call still changes the
     *     others. Dismissing dismissed advice, and restoring advice that is not dismissed, change nothing.
     */
    post: operations['changeAdvice']
  }
  '/api/found-keys': {
    parameters: {}
    /**
     * Find the tokens of leaked keys
     * @description Returns the tokens that the given keys belong to. The request contains only the SHA-256 hashes of the keys, so a person who
     *     reads the request cannot use them. The response omits keys that belong to no token of the business.
     */
    post: operations['findKeys']
  }
  '/api/activity': {
    parameters: {}
    /**
     * List the activity
     * @description Returns the changes of tokens, of users' roles and of the rules that match every filter. The service keeps entries forever, including those of deleted tokens.
     */
    get: operations['listActivity']
  }
  '/api/activity/tokens': {
    parameters: {}
    /**
     * List the tokens in the activity
     * @description Returns tokens that the activity is about, also deleted ones, by their names at the time. Use it to choose a token for
     *     `listActivity`.
     */
    get: operations['listActivityTokens']
  }
  '/api/rules': {
    parameters: {}
    /**
     * Get the rules for tokens
     * @description Returns the rules of the business, and how many present tokens break each rule that is in force.
     */
    get: operations['getRules']
    /**
     * Change the rules for tokens
     * @description The rules apply to new tokens, to replacements and to changes. Present tokens that break a rule keep working; only
     *     `pauseUnusedAfter` pauses them. The request requires If-Match: without it, the response is 428. If the rules have changed
     *     since that version, the response is 412, and the request changes nothing. A request without a difference keeps the version.
     */
    put: operations['changeRules']
  }
  '/api/notices': {
    parameters: {}
    /**
     * List notices
     * @description Returns pending requests for Admin access, tokens that expire within 14 days or expired in the last 30, failing tokens, other
     *     Admins' changes to tokens, tokens that are used from a new place, and tokens that are used again after a long time. The notice of
     *     a failing token stays until a request succeeds, and that of an expired token as long as it is tried. The notice of a new place
     *     stays for 30 days, or until an Admin confirms the place, limits the addresses, pauses the token or replaces it. Notices about
     *     tokens require a plan with API tokens. The service derives the notices from the current data, so a notice disappears once its
     *     cause is resolved.
     */
    get: operations['listNotices']
  }
  '/api/notices/read': {
    parameters: {}
    /**
     * Mark notices as read or unread
     * @description Affects only the current user. The service ignores notices that no longer exist.
     */
    post: operations['markNotices']
  }
  '/api/tokens/{tokenId}/requests': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /** List the requests of a token */
    get: operations['listTokenRequests']
  }
  '/api/tokens/{tokenId}/usage': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /** Get a token's daily usage */
    get: operations['getTokenUsage']
  }
  '/api/tokens/{tokenId}/places': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * List where a token is used from
     * @description A place is an IP address and a program. The service keeps the 200 places that were used last, and the sum of all others.
     */
    get: operations['listTokenPlaces']
  }
  '/api/tokens/{tokenId}/places/confirm': {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    /**
     * Confirm new places
     * @description Confirms that a token is rightly used from its new places, so that the service does not report them again. It leaves out the
     *     places that are newer than `until`: no Admin has seen them. A confirmation without a new place changes nothing.
     */
    post: operations['confirmTokenPlaces']
  }
  '/api/users': {
    parameters: {}
    /** List users */
    get: operations['listMembers']
  }
  '/api/users/{userId}': {
    parameters: {
      path: {
        userId: string
      }
    }
    /**
     * Make a user an Admin or an Agent
     * @description An Admin may change every role in the business, and also give up their own. The last Admin keeps the role: the response is 409.
     *     A user who becomes an Admin has their pending request for Admin access granted. Setting the current role changes nothing.
     */
    patch: operations['changeRole']
  }
  '/api/access-requests': {
    parameters: {}
    /**
     * List requests for Admin access
     * @description Returns the pending requests of the business to an Admin, and a user's own requests to anyone else, newest first.
     */
    get: operations['listAccessRequests']
    /**
     * Request Admin access
     * @description If a request is already pending, the response contains that request.
     */
    post: operations['requestAdminAccess']
  }
  '/api/access-requests/{requestId}': {
    parameters: {
      path: {
        requestId: string
      }
    }
    /** Grant or decline a request for Admin access */
    patch: operations['answerAccessRequest']
  }
  '/api/plan': {
    parameters: {}
    /** Get the plan of the business */
    get: operations['getPlan']
    /** Change the plan of the business */
    put: operations['changePlan']
  }
  '/api/tickets': {
    parameters: {}
    /** List tickets for the pages */
    get: operations['listTicketViews']
  }
  '/api/tickets/{ticketId}': {
    parameters: {
      path: {
        ticketId: string
      }
    }
    /** Get a ticket with its messages and its order */
    get: operations['getTicketView']
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Problem: {
      type: components['schemas']['ProblemType']
      /** @description A summary of the problem type. It does not change between occurrences. */
      title: string
      /** @description The HTTP status. */
      status: number
      /** @description An explanation of this occurrence. */
      detail?: string
      /** @description All invalid fields. */
      errors?: components['schemas']['FieldError'][]
    }
    /**
     * @description A stable identifier that programs can compare.
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
      | '/problems/body-too-large'
      | '/problems/body-unsupported'
      | '/problems/too-many-attempts'
      | '/problems/idempotency-key-reused'
      | '/problems/request-answered'
      | '/problems/last-admin'
      | '/problems/being-replaced'
      | '/problems/not-being-replaced'
      | '/problems/too-many-tokens'
      | '/problems/version-missing'
      | '/problems/version-changed'
      | '/problems/storage-full'
      | '/problems/storage-unavailable'
      | '/problems/storage-newer'
      | '/problems/internal'
    FieldError: {
      /** @description The field as a JSON Pointer (RFC 6901) into the body, or the name of the parameter. */
      pointer: string
      code: components['schemas']['FieldErrorCode']
      detail: string
      /** @description For the code `taken`, the token that has the name. */
      token?: components['schemas']['NamedToken']
    }
    NamedToken: {
      id: string
      name: string
      status: components['schemas']['TokenStatus']
    }
    /** @enum {string} */
    FieldErrorCode:
      | 'required'
      | 'too-long'
      | 'control-characters'
      | 'contains-key'
      | 'taken'
      | 'unknown-property'
      | 'wrong-type'
      | 'not-allowed'
      | 'not-a-time'
      | 'in-the-past'
      | 'too-far'
      | 'not-sooner'
      | 'not-an-address'
      | 'leading-zeros'
      | 'address-zone'
      | 'range-prefix'
      | 'against-rule'
    DemoAccountList: {
      items: components['schemas']['DemoAccount'][]
      total: number
    }
    DemoAccount: {
      email: string
      /** @description Public, and the same for all accounts. */
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
      /** @description The language that the user has chosen, if they have. */
      language?: components['schemas']['Language']
    }
    /**
     * @description The code of a language, as in ISO 639-1.
     * @enum {string}
     */
    Language: 'en' | 'de' | 'fr' | 'es' | 'it' | 'pl' | 'ar' | 'ja'
    LanguageChoice: {
      language: components['schemas']['Language']
    }
    Business: {
      id: string
      name: string
      plan: components['schemas']['Plan']
      /** @description The time zone that defines the days of the business, as a name of the IANA database. */
      timeZone: string
      /** @description The rules for tokens, if at least one is in force. */
      rules?: components['schemas']['TokenRules']
    }
    /** @description The rules of a business for its tokens. */
    TokenRules: {
      /**
       * @description For how many days a token may work after its creation: until this many days later, at the end of the day. 30, 90, 180 or
       *     365; null for no limit.
       */
      longestLife: number | null
      fullAccess: components['schemas']['FullAccessRule']
      /** @description Whether each token needs a description. */
      descriptionRequired: boolean
      /** @description Whether each token needs allowed addresses. */
      addressesRequired: boolean
      /**
       * @description After how many days without a request a token is paused. 30, 60, 90, 180 or 365; null for never. The days count from the
       *     last request, the creation or the last time it was resumed, whichever is latest.
       */
      pauseUnusedAfter: number | null
      /** @description How many tokens the business may have; null for no limit. An old key that still works does not count. */
      maxTokens: number | null
    }
    /**
     * @description Whether a token may have the level `full_access`, or Full Access only to single features.
     * @enum {string}
     */
    FullAccessRule: 'allowed' | 'per_feature'
    /**
     * @description A rule of `TokenRules`.
     * @enum {string}
     */
    RuleName:
      | 'longest_life'
      | 'full_access'
      | 'description_required'
      | 'addresses_required'
      | 'pause_unused_after'
      | 'max_tokens'
    /**
     * @description A rule of `TokenRules`, or any of them.
     * @enum {string}
     */
    RuleFilter:
      | 'any'
      | 'longest_life'
      | 'full_access'
      | 'description_required'
      | 'addresses_required'
      | 'pause_unused_after'
      | 'max_tokens'
    /** @enum {string} */
    RefusalFilter: 'today'
    CurrentRules: {
      rules: components['schemas']['TokenRules']
      /**
       * Format: date-time
       * @description When the rules last changed; null if never.
       */
      changedAt: string | null
      /** @description The user who last changed the rules; null if nobody has. */
      changedBy: components['schemas']['Person'] | null
      /**
       * Format: date-time
       * @description When `pauseUnusedAfter` pauses tokens at the earliest; null without this rule.
       */
      pausesFrom: string | null
      /** @description The rules in force, each with the number of tokens that break it. */
      breaking: components['schemas']['BrokenRule'][]
    }
    BrokenRule: {
      rule: components['schemas']['RuleName']
      tokens: number
    }
    /** @enum {string} */
    Role: 'admin' | 'agent'
    /**
     * @description The plans, from the smallest to the largest.
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
    RoleChange: {
      role: components['schemas']['Role']
    }
    /** @description A user, as recorded at the time of an action. */
    Person: {
      id: string
      name: string
    }
    /**
     * @description The access level, chosen when the token is generated. It never changes. (The three types of the help article.)
     * @enum {string}
     */
    AccessLevel: 'read_only' | 'full_access' | 'custom'
    /**
     * @description The permission of a token with the level `custom` for one feature.
     * @enum {string}
     */
    Permission: 'full_access' | 'read_only' | 'no_access'
    /**
     * @description The features in the order of the help article. The article lists Channels twice; here it is one feature.
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
     * @description The name of the application that uses the token. Generate one token for each application. The service trims the name and
     *     collapses repeated spaces. It refuses control characters, and API keys in any encoding. Two names are equal if they differ only in case, character width
     *     or spaces; names are unique within a business.
     */
    TokenName: string
    /** @description How the application uses the API. It can be empty and can contain line breaks; other control characters, and API keys in any encoding, are refused. */
    TokenDescription: string
    /**
     * @description `permissions` is required for the level `custom` and refused for other levels. It must give access to at least one feature,
     *     otherwise the error has the code `required`. Without `expiresAt`, the token expires after
     *     90 days, like eDesk's tokens, or at the end of the longest life that a rule of the business allows. A field that breaks a
     *     rule has the code `against-rule`; beyond the maximum number of tokens, the response is 409.
     */
    NewToken: {
      name: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
      accessLevel: components['schemas']['AccessLevel']
      permissions?: components['schemas']['Permissions']
      expiresAt?: components['schemas']['Expiry']
      allowedAddresses?: components['schemas']['AllowedAddresses']
    }
    /**
     * @description The IP addresses and CIDR ranges that the key may be used from; empty for anywhere. The service keeps them in their canonical form:
     *     IPv6 as in RFC 5952, IPv4-mapped IPv6 as IPv4, ranges without host bits, each one once. It refuses zones and IPv4 addresses with leading
     *     zeros.
     */
    AllowedAddresses: string[]
    /**
     * Format: date-time
     * @description When the key stops working; null if the token never expires. At most ten years in the future. The service refuses a time in
     *     the past and an invalid date (30 February).
     */
    Expiry: string | null
    /**
     * @description `permissions` and `expiresAt` follow the rules of a new token, and so does `accessLevel` the rules of the business. The
     *     maximum number of tokens and the required description do not keep anybody from replacing a token. Without
     *     `allowedAddresses`, the new token has those of the replaced one.
     */
    Replacement: {
      accessLevel: components['schemas']['AccessLevel']
      permissions?: components['schemas']['Permissions']
      expiresAt?: components['schemas']['Expiry']
      keepOldKey: components['schemas']['KeepOldKey']
      allowedAddresses?: components['schemas']['AllowedAddresses']
    }
    /**
     * @description How long the old key keeps working, but never beyond its own expiry.
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
     * @description The status is `failing` if the service refused all of the last 10 requests for their access, and `expiring_soon` during the
     *     last 14 days. If several statuses apply, the first of these is returned: expired, paused, failing, being_replaced,
     *     expiring_soon.
     * @enum {string}
     */
    TokenStatus: 'active' | 'failing' | 'expiring_soon' | 'expired' | 'paused' | 'being_replaced'
    /** @description The other token of a replacement. */
    TokenLink: {
      id: string
      name: string
      keyEnding: string
      /** Format: date-time */
      createdAt: string
      lastUsedAt: components['schemas']['LastUsedAt']
      lastRefusedAt: components['schemas']['LastRefusedAt']
      status: components['schemas']['TokenStatus']
      /** Format: date-time */
      expiresAt: string | null
      /** Format: date-time */
      pausedAt: string | null
    }
    /**
     * Format: date-time
     * @description When a request with the token last succeeded; null if none did.
     */
    LastUsedAt: string | null
    /**
     * Format: date-time
     * @description When the service last refused a request with the token; null if it never did.
     */
    LastRefusedAt: string | null
    /**
     * @description `failing`: the service refused all of the last 10 requests for their access, or every request of the last 30 days. `unused`:
     *     no application has used the token for 60 days. `breaks_rule`: the token breaks a rule of the business. `unused_permissions`:
     *     the token has permissions that no request of the last 60 days needed. `few_addresses`: the token is allowed from anywhere,
     *     and was used from one or two addresses only. Tokens that are younger than 60 days get no advice about missing use and about
     *     addresses; tokens that are paused, expired or being replaced get none. If several apply, the kind is the first of `unused`,
     *     `failing`, `breaks_rule`, `unused_permissions` and `few_addresses`.
     * @enum {string}
     */
    AdviceKind: 'failing' | 'unused' | 'breaks_rule' | 'unused_permissions' | 'few_addresses'
    /**
     * @description The kind of the advice, or `dismissed` for dismissed advice of every kind.
     * @enum {string}
     */
    AdviceGroup:
      'failing' | 'unused' | 'breaks_rule' | 'unused_permissions' | 'few_addresses' | 'dismissed'
    TokenAdvice: {
      kind: components['schemas']['AdviceKind']
      /** @description For `breaks_rule`, the rules that the token breaks. */
      rules: components['schemas']['RuleName'][]
      /** @description For `few_addresses`, the addresses that the token was used from, the last used first. */
      addresses: string[]
      /**
       * @description For `unused_permissions`, the features for which a lower permission is enough. For `failing`, the features for which the
       *     requests since the last success needed a higher permission.
       */
      changes: components['schemas']['AdvisedChange'][]
      /** @description The access with these changes; null if there are none. */
      proposed: components['schemas']['ProposedAccess'] | null
    }
    AdvisedChange: {
      feature: components['schemas']['Feature']
      present: components['schemas']['Permission']
      proposed: components['schemas']['Permission']
      /**
       * Format: date-time
       * @description When the token last created, changed or deleted an object of this feature; null if never.
       */
      lastWrittenAt: string | null
    }
    ProposedAccess: {
      accessLevel: components['schemas']['AccessLevel']
      permissions: components['schemas']['Permissions']
    }
    AdvisedToken: {
      token: components['schemas']['Token']
      advice: components['schemas']['TokenAdvice']
      /**
       * Format: date-time
       * @description When dismissed advice returns to its group; null if it is not dismissed.
       */
      dismissedUntil: string | null
    }
    AdviceOverview: {
      counts: components['schemas']['AttentionCounts']
      /** @description All groups, in the order of `AdviceGroup`. */
      groups: components['schemas']['AdviceSummary'][]
    }
    /** @description How many tokens may need attention. Each number is the total of `listTokens` with one filter. */
    AttentionCounts: {
      /** @description With `expiring=14`. */
      expiring: number
      /** @description With `neverUsed=true`. */
      neverUsed: number
      /** @description With `breaks=any`. */
      breaking: number
      /** @description With `refused=today`. */
      refused: number
    }
    /** @description A group of advice. */
    AdviceSummary: {
      group: components['schemas']['AdviceGroup']
      /** @description The number of tokens in the group. */
      total: number
      /** @description The first tokens of the group. */
      items: components['schemas']['AdvisedToken'][]
    }
    AdviceList: {
      items: components['schemas']['AdvisedToken'][]
      /** @description The number of tokens in the group. */
      total: number
      page: number
      pageSize: number
    }
    AdviceBatch: {
      action: components['schemas']['AdviceBatchAction']
      items: {
        tokenId: string
        kind: components['schemas']['AdviceKind']
      }[]
    }
    /** @enum {string} */
    AdviceBatchAction: 'dismiss' | 'restore'
    AdviceBatchResult: {
      items: {
        tokenId: string
        kind: components['schemas']['AdviceKind']
        /** @enum {string} */
        result: 'done' | 'missing'
      }[]
    }
    /**
     * @description `role_changed` is about a user, `rules_changed` about the rules of the business; the others are about a token. A rule itself
     *     pauses a token with `paused_by_rule`. `new_address` and `new_program` are requests from a new place (`UnconfirmedPlaces`): the
     *     first one within an hour.
     * @enum {string}
     */
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
      | 'advice_dismissed'
      | 'advice_restored'
      | 'role_changed'
      | 'rules_changed'
      | 'paused_by_rule'
      | 'new_address'
      | 'new_program'
      | 'places_confirmed'
    ActivityList: {
      items: components['schemas']['Activity'][]
      /** @description The number of entries that match the filters. */
      total: number
      page: number
      pageSize: number
    }
    ActivityTokenList: {
      /** @description At most 20 tokens. A token that was renamed has one of its names. */
      items: components['schemas']['TokenThen'][]
      /** @description Whether more tokens match. */
      more: boolean
    }
    Activity: {
      /** @description An increasing number. It orders entries with the same time. */
      id: number
      /** Format: date-time */
      at: string
      /** @description The user; null if a rule of the business or a request did it. */
      by: components['schemas']['Person'] | null
      action: components['schemas']['ActivityAction']
      /** @description The token; null if the entry is about a user or the rules. */
      token: components['schemas']['TokenThen'] | null
      /** @description The user whose role changed; null for any other entry. */
      user: components['schemas']['Person'] | null
      /**
       * @description The previous and the new state. A value that did not exist before, or no longer exists, is null. For a token that replaces
       *     another token, the previous access is the access of the other token, and it may be the same.
       */
      changes: components['schemas']['ActivityChange'][]
    }
    /** @description A token with its name at the time of the entry. */
    TokenThen: {
      id: string
      name: string
      keyEnding: string
      /** @description Whether the token still exists. */
      exists: boolean
    }
    NoticeList: {
      items: components['schemas']['Notice'][]
      /** @description The number of unread notices in the list. */
      unread: number
      /** @description The number of unread notices in the list that need action. */
      unreadActions: number
      /** @description The number of all notices, including notices that are not in the list. */
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
      | 'tokens_pausing'
      | 'token_new_place'
    Notice: {
      id: string
      kind: components['schemas']['NoticeKind']
      /**
       * @description Whether somebody should act. If false, the notice is for information: changes by other Admins, and an expiry that no
       *     application notices.
       */
      needsAction: boolean
      /**
       * Format: date-time
       * @description When the cause of the notice occurred.
       */
      at: string
      /** @description Whether the current user has read the notice. */
      read: boolean
      /** @description The user who requests access or performed the action. */
      person: components['schemas']['Person'] | null
      /** @description The token that the notice is about; null if it is about several tokens or none. */
      token: components['schemas']['TokenThen'] | null
      /** @description The action; null if the notice is not about an action. */
      action: components['schemas']['ActivityAction'] | null
      /** @description The number of tokens that the action changed or that a rule will pause. A value of 100 means 100 or more. */
      count: number
      /**
       * Format: date-time
       * @description When the token expires or expired, or when a rule will pause it.
       */
      expiresAt: string | null
      /**
       * Format: date-time
       * @description When the token was last used before its current use.
       */
      since: string | null
      /**
       * @description For a token that has expired or that the notice says was paused: how many requests the service has refused since. Otherwise
       *     0.
       */
      attempts: number
      /** @description For `token_new_place`, the new places of the token; otherwise null. */
      unconfirmed: components['schemas']['UnconfirmedPlaces'] | null
    }
    NoticeMarks: {
      ids: string[]
      read: boolean
    }
    ActivityChange: {
      /**
       * @description `address` and `program` are those of new places, separated by spaces. `advice` is the kind of advice that was dismissed or restored. `allowed_addresses` are separated by spaces; null for anywhere.
       *     For `rules_changed`, the fields are rules; null if the
       *     rule was or is not in force.
       * @enum {string}
       */
      field:
        | 'name'
        | 'description'
        | 'access'
        | 'expires_at'
        | 'allowed_addresses'
        | 'paused_at'
        | 'key_ending'
        | 'replaced_by'
        | 'replaces'
        | 'advice'
        | 'role'
        | 'longest_life'
        | 'full_access'
        | 'description_required'
        | 'addresses_required'
        | 'pause_unused_after'
        | 'max_tokens'
        | 'address'
        | 'program'
      before: string | null
      after: string | null
    }
    TokenChange: {
      name?: components['schemas']['TokenName']
      description?: components['schemas']['TokenDescription']
      /**
       * Format: date-time
       * @description The new expiry. It must be in the future and before the current expiry. To extend a token, replace it.
       */
      expiresAt?: string
      allowedAddresses?: components['schemas']['AllowedAddresses']
    }
    Token: {
      id: string
      name: string
      description: string
      accessLevel: components['schemas']['AccessLevel']
      /** @description The resulting permission for each feature. */
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
      lastUsedAt: components['schemas']['LastUsedAt']
      lastRefusedAt: components['schemas']['LastRefusedAt']
      /**
       * @description The programs that sent their first request with the token in the last 24 hours, the newest first. A program is the name
       *     in `User-Agent` without its version. The very first program that used the token is never new. The service remembers the
       *     last 10 programs.
       */
      newClients: components['schemas']['NewClient'][]
      places: components['schemas']['TokenPlaces']
      /**
       * Format: date-time
       * @description When the key stops working; null if the token never expires.
       */
      expiresAt: string | null
      allowedAddresses: components['schemas']['AllowedAddresses']
      /**
       * Format: date-time
       * @description When an Admin paused the token; null if it is not paused.
       */
      pausedAt: string | null
      status: components['schemas']['TokenStatus']
      /** @description The token that replaces this token, while both exist. */
      replacedBy: components['schemas']['TokenLink'] | null
      /** @description The token that this token replaces, while both exist. */
      replaces: components['schemas']['TokenLink'] | null
      /**
       * @description The earlier tokens of the application whose keys still work, the newest first: the token that this token replaces, the
       *     token that the replaced token replaces, and so on.
       */
      oldKeys: components['schemas']['TokenLink'][]
    }
    NewClient: {
      /** @description The name of the program; null for requests without a `User-Agent` header. */
      name: string | null
      /**
       * Format: date-time
       * @description When its first request arrived.
       */
      firstAt: string
    }
    /** @description Where the token is used from. `listTokenPlaces` has the details. */
    TokenPlaces: {
      /** @description The number of places. One that is used again after 200 others counts again. */
      count: number
      /** @description The new places that no Admin has confirmed; null if there are none. */
      unconfirmed: components['schemas']['UnconfirmedPlaces'] | null
      /** @description The place of the last request. Null before the first one, and for requests before version 0.4.0. */
      last: components['schemas']['LastPlace'] | null
    }
    LastPlace: {
      address: components['schemas']['PlaceAddress']
      client: components['schemas']['PlaceClient']
    }
    /**
     * @description New places that no Admin has confirmed. A place is new if the token was never used from its address or by its program before.
     *     On the first day of its use, and with allowed addresses, no address is new. After 200 places, nothing is.
     */
    UnconfirmedPlaces: {
      /** @description The number of new addresses. */
      addresses: number
      /** @description The number of new programs at addresses that are not new. */
      programs: number
      place: components['schemas']['FirstNewPlace']
      /**
       * Format: date-time
       * @description When the newest of them was first used. `confirmTokenPlaces` takes it.
       */
      until: string
    }
    /** @description The first place with a new address; if there is none, the first one with a new program. */
    FirstNewPlace: {
      address: components['schemas']['PlaceAddress']
      client: components['schemas']['PlaceClient']
    }
    PlaceConfirmation: {
      /**
       * Format: date-time
       * @description `UnconfirmedPlaces.until`, as the Admin has seen it.
       */
      until: string
    }
    /** @enum {string} */
    PlaceNovelty: 'address' | 'program'
    /** @description The IP address, in its canonical form; null if it is not known. */
    PlaceAddress: string | null
    /** @description The `User-Agent` of the last request, as in `TokenRequest`; null if there was none. */
    PlaceClient: string | null
    /** @description An IP address and a program that a token is used from. */
    Place: {
      address: components['schemas']['PlaceAddress']
      /** @description The name of the program in `User-Agent`, without its version; null for requests without that header. */
      program: string | null
      client: components['schemas']['PlaceClient']
      /** @description What is new about the place, until an Admin confirms it; otherwise null. */
      unconfirmed: components['schemas']['PlaceNovelty'] | null
      /** Format: date-time */
      firstAt: string
      /** Format: date-time */
      lastAt: string
      /** @description The number of requests, also of those that were refused. */
      requests: number
      refused: number
    }
    /** @description The sum of the places that are not kept. */
    RestOfPlaces: {
      /** @description How many. One that was used again counts again. */
      places: number
      /** Format: date-time */
      firstAt: string
      /** Format: date-time */
      lastAt: string
      requests: number
      refused: number
    }
    PlaceList: {
      items: components['schemas']['Place'][]
      /** @description The number of places that match the search. */
      total: number
      /** @description The places that are not kept; null if there are none. A search does not affect it. */
      rest: components['schemas']['RestOfPlaces'] | null
      page: number
      pageSize: number
    }
    CreatedToken: {
      token: components['schemas']['Token']
      /** @description The secret key. Only this response contains it. Null for a retry that returns no new key. */
      key: string | null
    }
    /**
     * @description The order of the list; descending with a minus. Names are sorted without regard to case and accents, and numbers in them
     *     by value: "Token 2" comes before "Token 10". For `attention`, see `listTokens`.
     * @default attention
     * @enum {string}
     */
    TokenSort:
      | 'attention'
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
      /** @description The number of tokens that match the filters. */
      total: number
      counts: components['schemas']['TokenCounts']
      page: number
      pageSize: number
    }
    /** @description The numbers of tokens for the quick filters of the list. They do not depend on the filters of the request. */
    TokenCounts: {
      /** @description All tokens of the business. */
      all: number
      /** @description Tokens without a request for 60 days, as with `unusedFor=60`. */
      unused: number
      /** @description Tokens that expire within 14 days, as with `expiring=14`. */
      expiring: number
      /** @description Failing tokens, as with `status=failing`. */
      failing: number
    }
    TokenIdList: {
      items: components['schemas']['TokenId'][]
      total: number
    }
    /** @description The properties that identify a token. */
    TokenId: {
      id: string
      name: string
      lastUsedAt: components['schemas']['LastUsedAt']
      lastRefusedAt: components['schemas']['LastRefusedAt']
      /** @description The ids of the tokens in `oldKeys`. */
      oldKeyIds: string[]
    }
    TokenLookup: {
      ids: string[]
    }
    TokenLookupResult: {
      items: components['schemas']['Token'][]
    }
    NameQuery: {
      name: components['schemas']['TokenName']
    }
    NameQueryResult: {
      token: components['schemas']['NamedToken'] | null
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
      /** @description The tokens that stop working on a plan without API tokens; null for an Agent, and on such a plan. */
      tokens: components['schemas']['TokensOfPlan'] | null
      /** @description Whether the current user may change the plan. */
      canChange: boolean
    }
    TokensOfPlan: {
      /** @description The number of tokens that are neither paused nor expired. */
      working: number
      /** @description How many of them had a successful request in the last seven days. */
      usedThisWeek: number
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
      /** @description The messages, oldest first. */
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
       * @description Only the team can see a note.
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
      /** @description The seller's order number. */
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
      /** @description Empty if the application sent only a link. */
      code: string
      /** @description An HTTP URL, or empty if there is none. */
      link: string
      /** Format: date-time */
      sentAt: string | null
      /** @description The name of the token that sent the tracking. */
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
     * @description `answered`: the service carried out the request. `refused`: the token did not allow the request, or it made too many requests.
     *     `not_valid`: the token allowed the request, but the request was invalid.
     * @enum {string}
     */
    RequestOutcome: 'answered' | 'refused' | 'not_valid'
    /**
     * @description `address`: the request came from an address that the token does not allow.
     * @enum {string}
     */
    RefusalReason: 'access' | 'address' | 'plan' | 'expired' | 'paused' | 'rate_limit'
    /** @description A request with the token. The log never contains the key or a body. */
    TokenRequest: {
      id: number
      /** @description The id in the `X-Request-Id` header of the response. Requests before version 0.4.0 have none. */
      requestId: string | null
      /** Format: date-time */
      at: string
      method: string
      /** @description The path, without the query, with keys masked, at most 200 characters. Requests before version 0.4.0 have none. */
      path: string | null
      /**
       * @description The program that sent the request, as its `User-Agent` header names it: without control characters, with keys masked, at
       *     most 200 characters. Null if there was no such header.
       */
      client: string | null
      /** @description The IP address that the request came from, in its canonical form. Null if it is not known. Requests before version 0.4.0 have none. */
      address: string | null
      /**
       * @description `User-Agent`, `Accept` (unless it is `*\/*`) and `Content-Type`, if the request had them: at most 200 characters of
       *     each, with keys masked; never `Authorization` or a cookie. Null for requests before version 0.4.0.
       */
      requestHeaders: components['schemas']['HttpHeader'][] | null
      /**
       * @description `X-Request-Id`, `RateLimit-*`, `Retry-After`, `WWW-Authenticate` and `Allow`, if the response had them. Null for
       *     requests before version 0.4.0.
       */
      responseHeaders: components['schemas']['HttpHeader'][] | null
      /** @description The id of the operation; null if the path has no operation. */
      operation: string | null
      status: number
      milliseconds: number
      outcome: components['schemas']['RequestOutcome']
      reason: components['schemas']['RefusalReason'] | null
      /** @description The feature that the token had no sufficient access to; null if access was not the problem. */
      feature: components['schemas']['Feature'] | null
      /** @description The permission that the request required; null if access was not the problem. */
      needs: components['schemas']['Permission'] | null
    }
    HttpHeader: {
      name: string
      value: string
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
      /** @description The number of requests with the token. */
      total: number
      refused: number
      /** @description The last 14 days of the business, including days without a request. Today comes last. */
      days: components['schemas']['DayOfRequests'][]
      /** @description The access that the latest refused request lacked; null if access was not the problem. */
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
        /** @description The errors, by the name of the field. */
        details: {
          [key: string]: {
            errorCode: components['schemas']['EdeskErrorCode']
          }
        }
      }
    }
    /**
     * @description A string, as in the live service. 4001 required, 4002 not found, 4003 must be unique, 4004 not accessible to the user,
     *     4005 must be numeric, 4006 must be an array, 4007 not an allowed value, 4008 must be a string, 4009 must be a boolean,
     *     4010 no valid date, 4011 no valid file URL, 4012 no valid image URL, 4013 type of channel not supported, 4014 order and
     *     channel do not match, 4015 client and channels do not match, 4016 limit of templates reached, 4017 order and item do not
     *     match, 4018 custom field value of a wrong type, 4019 not in the form of an attachment, 4020 too many characters,
     *     4021 no email address, 4022 limit of message items reached.
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
    /** @description The product of each item contains the currency. */
    SalesOrder: {
      id: number
      channel_id: number
      /** @description The seller's order number. */
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
       * @description The latest of these times: when the order was placed, when it was shipped, and when its status last became a paid, rejected,
       *     sent, delivered, canceled or returned one. Other changes do not affect it.
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
    /** @description A missing text is empty; a missing number is 0. */
    ProductChannel: {
      id: number
      sku: string
      title: string
      brand: string
      /** @description Height, length and width in centimetres, such as 10x20x30. */
      dimensions: string | null
      /** @description In grams. */
      weight: number
      product_image_url: string
      marketplace_link: string
      price: number
      currency: string
    }
    /** @description A missing text is empty. */
    Tracking: {
      tracking_code: string
      /** @description A full URL. */
      tracking_link: string
      tracking_carrier_name: string
    }
    TrackingLink: {
      tracking_link: string
      /** @description Empty if the carrier is unknown. */
      tracking_carrier_name: string
    }
    Address: {
      name: string
      line_1: string
      line_2: string | null
      city: string
      state: string | null
      county: string | null
      /** @description A two-letter country code (ISO 3166). */
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
      /** @description A path for attachments of messages; otherwise a full URL. */
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
    /** @description A missing optional value, such as the order or the owner, is null. */
    Ticket: {
      id: number
      subject: string
      type: components['schemas']['TicketType']
      channel_id: number
      status: components['schemas']['TicketStatus']
      sales_order_id: number | null
      sales_order: components['schemas']['SalesOrder'] | null
      /** @description The marketplace's order number. */
      external_order_id: string | null
      created_at: components['schemas']['EdeskDateTime']
      last_updated_at: components['schemas']['EdeskDateTime'] | null
      owner_user_id: number | null
      custom_fields: components['schemas']['CustomField'][]
      /** @description Seconds; negative if the reply is late; false if no reply is due. */
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
      /** @description Null if a user wrote the message. */
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
    /** @description A missing text is empty. */
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
      /** @description The id of the user who created the group. */
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
    /** @description The maximum length is a limit of this service. */
    RequestName: string
    /** @description The maximum length is a limit of this service. */
    RequestNameOrNull: string | null
    /** @description The maximum length is a limit of this service. */
    RequestSubject: string
    /** @description The maximum length is a limit of this service. It may have several lines. */
    RequestText: string
    /**
     * Format: uri
     * @description A full URL. The maximum length is a limit of this service.
     */
    RequestUrl: string
    SalesOrderItemRequest: {
      sku: components['schemas']['RequestName']
      title: components['schemas']['RequestSubject']
      quantity: number
      item_amount: number
      shipping_amount: number
      /** @description A full URL of an image. The maximum length is a limit of this service. */
      product_image_url?: string
      brand?: components['schemas']['RequestName']
      /** @description Height, length and width in centimetres, such as 10x20x30. */
      dimensions?: components['schemas']['RequestNameOrNull']
      /** @description In grams. */
      weight?: number
    }
    SalesOrderItemUpdateRequest: {
      /** @description The id of an existing item of the order. */
      id: number
      sku: components['schemas']['RequestName']
      title: components['schemas']['RequestSubject']
      quantity: number
      item_amount: number
      shipping_amount: number
      /** @description A full URL of an image. The maximum length is a limit of this service. */
      product_image_url?: string
      brand?: components['schemas']['RequestName']
      /** @description Height, length and width in centimetres, such as 10x20x30. */
      dimensions?: components['schemas']['RequestNameOrNull']
      /** @description In grams; a number or a string of digits. */
      weight?: number | string
    }
    SalesOrderRequest: {
      channel_id: number
      /** @description Unique within the channel. */
      seller_order_id: components['schemas']['RequestName']
      /** @description A three-letter currency code (ISO 4217). */
      currency: string
      status: components['schemas']['SalesOrderStatus']
      shipping_amount: number
      order_items: components['schemas']['SalesOrderItemRequest'][]
      contact_id?: number
      contact?: components['schemas']['ContactRequest']
      /** @description Required, because the live service refuses an order without an address. */
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
      /** @description A three-letter currency code (ISO 4217). */
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
      /** @description A two-letter country code (ISO 3166). */
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
      /** @description A two-letter country code (ISO 3166). */
      country: string
      postcode: components['schemas']['RequestName']
    } | null
    TrackingRequest: {
      tracking_code: components['schemas']['RequestName']
      tracking_carrier_name: string
      /**
       * Format: uri
       * @description A full URL that contains the placeholder (tracking_code), which the service replaces with the code. The maximum length is a limit of this service.
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
      /** @description The media type, such as image/png. */
      type: components['schemas']['RequestName']
      /** @description The content of the file. The maximum length is a limit of this service. */
      base64: string
      /** @description Other by default. */
      attachmentType?: components['schemas']['AttachmentType']
    }
    OrderNoteAttachmentParts: {
      /** @description The files, one part for each file. */
      'attachments[]': string[]
      /** @description One text part for all files. Other by default. */
      attachmentType?: components['schemas']['AttachmentType']
    }
    TicketRequest: {
      subject: components['schemas']['RequestSubject']
      channel_id: number
      status: components['schemas']['TicketStatus']
      sales_order_id?: number | null
      /** Format: date-time-edesk */
      created_at?: string | null
      /** @description Whether to return the complete object. The service accepts the field but always returns the complete object. */
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
      /** @description Replaces all tags. Responses name this field `tags_ids`. */
      tag_ids?: number[]
      owner_user_id?: number | null
    }
    TicketDataRequest: {
      custom_fields: components['schemas']['CustomFieldRequest'][]
    }
    MessageRequest: {
      /** @description A number or a string of digits. */
      ticket_id: number | string
      body: components['schemas']['RequestText']
      /** @enum {string} */
      type: 'Message' | 'Note'
      subject?: components['schemas']['RequestSubject']
      attachments?: components['schemas']['AttachmentRequest'][] | null
      /** Format: date-time-edesk */
      created_at?: string | null
      /** @description Whether to return the complete object. The service accepts the field but always returns the complete object. */
      full_response?: boolean | null
      /** @enum {string} */
      direction?: 'Incoming' | 'Outgoing'
      /** @description Whether to email the message to the customer. */
      send?: boolean | null
    }
    MessageUpdateRequest: {
      /** @description The maximum length is a limit of this service. */
      subject?: string | null
      /** @description The maximum length is a limit of this service. */
      body?: string | null
      /** @enum {string} */
      type?: 'Note'
    }
    AttachmentRequest: {
      name: components['schemas']['RequestName']
      /** @description The URL from which the service downloads the file. */
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
      /** @description The maximum length is a limit of this service. */
      subject?: string | null
      channels?: number[] | null
      query_type?: components['schemas']['TemplateQueryType'][] | null
      order_status?: components['schemas']['SalesOrderStatus'][] | null
      /** @enum {string|null} */
      delivery_date?: 'Within' | 'Outside' | null
      order_fulfilment?: components['schemas']['OrderFulfilment'][] | null
      /** @description The maximum length is a limit of this service. */
      message_subject?: string | null
      invoice_attached?: boolean
      only_use_if_no_replies_yet?: boolean
      ai_classification?: {
        classification: components['schemas']['AiClass']
        quick_reply?: boolean
      } | null
      attachments?: components['schemas']['TemplateAttachmentRequest'][] | null
      /** @description The ids of the attachments to delete. */
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
      /** @description The maximum length is a limit of this service. Other values are refused with error 4018. */
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
     * @description A status, or a mark: Unread, Read, Priority or Unpriority. A mark does not change the status. Responses never contain a
     *     mark, but filters accept it.
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
     * @description Every ticket type except Chatbot, OrderAdjustment and Refund.
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
     * @description A hexadecimal colour without the # sign; null for none.
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
    /** @description The confirmation. Like the live service, the response does not wrap it in `data`. */
    Confirmation: {
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
      content: {
        'application/json': {
          data: components['schemas']['SalesOrder']
        }
      }
    }
    /** @description The note. */
    OrderNote: {
      content: {
        'application/json': {
          data: components['schemas']['OrderNote']
        }
      }
    }
    /** @description The ticket. */
    Ticket: {
      content: {
        'application/json': {
          data: components['schemas']['Ticket']
        }
      }
    }
    /** @description The message. */
    Message: {
      content: {
        'application/json': {
          data: components['schemas']['Message']
        }
      }
    }
    /** @description The tag. */
    Tag: {
      content: {
        'application/json': {
          data: components['schemas']['Tag']
        }
      }
    }
    /** @description The template. */
    Template: {
      content: {
        'application/json': {
          data: components['schemas']['Template']
        }
      }
    }
    /** @description The page. */
    SalesOrderList: {
      content: {
        'application/json': {
          data: components['schemas']['SalesOrder'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    OrderNoteList: {
      content: {
        'application/json': {
          data: components['schemas']['OrderNote'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TicketList: {
      content: {
        'application/json': {
          data: components['schemas']['Ticket'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TagList: {
      content: {
        'application/json': {
          data: components['schemas']['Tag'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TagGroupList: {
      content: {
        'application/json': {
          data: components['schemas']['TagGroup'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    UserList: {
      content: {
        'application/json': {
          data: components['schemas']['User'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    ChannelList: {
      content: {
        'application/json': {
          data: components['schemas']['Channel'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    ContactList: {
      content: {
        'application/json': {
          data: components['schemas']['Contact'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The page. */
    TemplateList: {
      content: {
        'application/json': {
          data: components['schemas']['Template'][]
          paginator: components['schemas']['Paginator']
        }
      }
    }
    /** @description The links, wrapped in `data` like every single object. */
    TrackingLinks: {
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
    /** @description The user, wrapped in `data` like every single object. */
    WhoAmI: {
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
    /** @description A unique value that the client generates for each new token, such as a UUID. */
    IdempotencyKey: string
    /**
     * @description The language of the reader, such as `pl` or `de-AT, en;q=0.5`. Names are sorted by its alphabet, and a search knows its
     *     spellings. English if the header is missing or malformed, or names no language of the application.
     */
    Language: string
    /**
     * @description Return only tokens that have each word of this text in the name, the description or the last characters of the key, in
     *     any order. The search ignores case, accents and character width: `lodz` finds "Łódź". Katakana equals hiragana, and Arabic
     *     letters equal those that they are often written as. In German, `mueller` also finds "Müller".
     */
    TokenSearch: string
    /** @description Return only tokens with this access level. */
    TokensWithAccess: components['schemas']['AccessLevel']
    /** @description Return only tokens with this status. With `being_replaced`, also tokens whose old key still works. */
    TokensWithStatus: components['schemas']['TokenStatus']
    /** @description Return only tokens with at least Read Only access to this feature. */
    TokensForFeature: components['schemas']['Feature']
    /** @description Return only tokens that this user generated. The user may be deleted. */
    TokensMadeBy: string
    /** @description If true, return only tokens without a successful request; if false, only tokens with one. */
    TokensNeverUsed: boolean
    /**
     * @description Return only tokens without a request for this many days. Refused requests count, because an application still has the key.
     *     If a token has no request, the days count from its creation.
     */
    TokensUnusedFor: number
    /** @description Return only tokens that expire within this many days and have not expired yet. */
    TokensExpiring: number
    /**
     * @description The page number, starting at 1. Numbers below 1 and other values count as 1. A page after the last one is empty.
     * @example 1
     */
    Page: number
    /**
     * @description The number of items per page, at most 100. Higher numbers count as 100; numbers below 1 and other values count as 20.
     * @example 20
     */
    ItemsPerPage: number
    /**
     * @description The field to sort by.
     * @example last_updated_at
     */
    OrderBy: 'id' | 'created_at' | 'last_updated_at'
    /**
     * @description The sort direction.
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
    /**
     * @description Return only tokens that break this rule of the business; none if the rule is not in force. For `max_tokens`, these are the
     *     newest tokens beyond the maximum. An expired token breaks no other rule. With `any`, return the tokens that break at least
     *     one rule in force.
     */
    TokensBreaking: components['schemas']['RuleFilter']
    /** @description Return only tokens with a refused request on this day, in the time zone of the business. */
    TokensRefused: components['schemas']['RefusalFilter']
  }
  requestBodies: never
  headers: {
    /**
     * @description The version of the token or of the rules, a strong validator (RFC 9110, section 8.8.3). If-Match also accepts what a compressing proxy makes
     *     of it: `W/"2"` or `"2-gzip"`.
     */
    ETag: string
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listDemoAccounts: {
    parameters: {}
    responses: {
      /** @description The accounts. */
      200: {
        content: {
          'application/json': components['schemas']['DemoAccountList']
        }
      }
    }
  }
  getSession: {
    parameters: {}
    responses: {
      /** @description The session, or null if nobody is logged in. */
      200: {
        content: {
          'application/json': components['schemas']['CurrentSession']
        }
      }
    }
  }
  logIn: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['LogIn']
      }
    }
    responses: {
      /** @description The new session. The response sets the session cookie. */
      201: {
        content: {
          'application/json': components['schemas']['Session']
        }
      }
    }
  }
  logOut: {
    parameters: {}
    responses: {
      /** @description The session has ended. */
      204: {
        content?: never
      }
    }
  }
  changeLanguage: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['LanguageChoice']
      }
    }
    responses: {
      /** @description The session, with the language. */
      200: {
        content: {
          'application/json': components['schemas']['Session']
        }
      }
    }
  }
  listTokens: {
    parameters: {
      query?: {
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of tokens per page. */
        pageSize?: number
        /**
         * @description The sort order. Names are in the natural order of the reader's language. In ascending order, tokens that were never used come
         *     first, and tokens without an expiry come last. `attention` begins with the tokens that need attention: failing tokens,
         *     expired tokens that were tried in the last 30 days, and tokens that expire soon. The other tokens follow, the last used
         *     first; a token that was never used counts by its creation.
         */
        sort?: components['schemas']['TokenSort']
        search?: components['parameters']['TokenSearch']
        access?: components['parameters']['TokensWithAccess']
        status?: components['parameters']['TokensWithStatus']
        feature?: components['parameters']['TokensForFeature']
        madeBy?: components['parameters']['TokensMadeBy']
        neverUsed?: components['parameters']['TokensNeverUsed']
        unusedFor?: components['parameters']['TokensUnusedFor']
        expiring?: components['parameters']['TokensExpiring']
        breaks?: components['parameters']['TokensBreaking']
        refused?: components['parameters']['TokensRefused']
      }
      header?: {
        'Accept-Language'?: components['parameters']['Language']
      }
    }
    responses: {
      /** @description The page. */
      200: {
        content: {
          'application/json': components['schemas']['TokenList']
        }
      }
    }
  }
  createToken: {
    parameters: {
      header: {
        'Idempotency-Key': components['parameters']['IdempotencyKey']
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['NewToken']
      }
    }
    responses: {
      /** @description A retry that returns no new key. The token without its key. */
      200: {
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      /** @description The token and its key. */
      201: {
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
    }
  }
  listTokenIds: {
    parameters: {
      query?: {
        search?: components['parameters']['TokenSearch']
        access?: components['parameters']['TokensWithAccess']
        status?: components['parameters']['TokensWithStatus']
        feature?: components['parameters']['TokensForFeature']
        madeBy?: components['parameters']['TokensMadeBy']
        neverUsed?: components['parameters']['TokensNeverUsed']
        unusedFor?: components['parameters']['TokensUnusedFor']
        expiring?: components['parameters']['TokensExpiring']
        breaks?: components['parameters']['TokensBreaking']
        refused?: components['parameters']['TokensRefused']
      }
      header?: {
        'Accept-Language'?: components['parameters']['Language']
      }
    }
    responses: {
      /** @description The ids. */
      200: {
        content: {
          'application/json': components['schemas']['TokenIdList']
        }
      }
    }
  }
  findTokenByName: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['NameQuery']
      }
    }
    responses: {
      /** @description The token, or null if the name is free. */
      200: {
        content: {
          'application/json': components['schemas']['NameQueryResult']
        }
      }
    }
  }
  changeTokens: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenBatch']
      }
    }
    responses: {
      /** @description The result for each token, in the order of the request. */
      200: {
        content: {
          'application/json': components['schemas']['TokenBatchResult']
        }
      }
    }
  }
  lookUpTokens: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenLookup']
      }
    }
    responses: {
      /** @description The tokens that exist, in the order of the request. */
      200: {
        content: {
          'application/json': components['schemas']['TokenLookupResult']
        }
      }
    }
  }
  getToken: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The token. The ETag is its version. */
      200: {
        content: {
          'application/json': components['schemas']['Token']
        }
      }
    }
  }
  deleteToken: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The token was deleted. */
      204: {
        content?: never
      }
    }
  }
  updateToken: {
    parameters: {
      header?: {
        /** @description The ETag of the version that the change is based on. */
        'If-Match'?: string
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenChange']
      }
    }
    responses: {
      /** @description The updated token. */
      200: {
        content: {
          'application/json': components['schemas']['Token']
        }
      }
    }
  }
  confirmKeyShown: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The service recorded the confirmation. */
      204: {
        content?: never
      }
    }
  }
  pauseToken: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The updated token. */
      200: {
        content: {
          'application/json': components['schemas']['Token']
        }
      }
    }
  }
  resumeToken: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The updated token. */
      200: {
        content: {
          'application/json': components['schemas']['Token']
        }
      }
    }
  }
  replaceToken: {
    parameters: {
      header: {
        'Idempotency-Key': components['parameters']['IdempotencyKey']
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Replacement']
      }
    }
    responses: {
      /** @description A retry that returns no new key. The new token without its key. */
      200: {
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
      /** @description The new token and its key. */
      201: {
        content: {
          'application/json': components['schemas']['CreatedToken']
        }
      }
    }
  }
  retireToken: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The old token was deleted. */
      204: {
        content?: never
      }
    }
  }
  getTokenAdvice: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The advice, or null if there is none or it is dismissed. */
      200: {
        content: {
          'application/json': {
            advice: components['schemas']['TokenAdvice'] | null
          }
        }
      }
    }
  }
  getAdviceOverview: {
    parameters: {}
    responses: {
      /** @description The groups and the numbers. */
      200: {
        content: {
          'application/json': components['schemas']['AdviceOverview']
        }
      }
    }
  }
  listAdvice: {
    parameters: {
      query: {
        /** @description The group to list. */
        group: components['schemas']['AdviceGroup']
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of tokens per page. */
        pageSize?: number
      }
    }
    responses: {
      /**
       * @description The page. Failing tokens are sorted by their last refusal, the latest first; unused tokens by their last request, the
       *     earliest first; the tokens of the other kinds by their last use, the latest first; dismissed advice by the end of its
       *     dismissal, the latest first.
       */
      200: {
        content: {
          'application/json': components['schemas']['AdviceList']
        }
      }
    }
  }
  changeAdvice: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['AdviceBatch']
      }
    }
    responses: {
      /** @description The result for each, in the order of the request. */
      200: {
        content: {
          'application/json': components['schemas']['AdviceBatchResult']
        }
      }
    }
  }
  findKeys: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyHashes']
      }
    }
    responses: {
      /** @description The tokens, each with the hash of its key, in the order of the request. */
      200: {
        content: {
          'application/json': components['schemas']['FoundKeyList']
        }
      }
    }
  }
  listActivity: {
    parameters: {
      query?: {
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of entries per page. */
        pageSize?: number
        /**
         * @description Return only entries older than the one with this id; none if there is no such entry. Unlike the pages of the list, the
         *     result does not shift when entries are added. It does not change `total`.
         */
        before?: number
        /** @description Return only entries with this action. */
        action?: components['schemas']['ActivityAction']
        /** @description Return only entries of this user. */
        by?: string
        /** @description Return only entries of this token. The token may be deleted. */
        token?: string
        /** @description Return only entries of this day and later ones. Days are those of the business (`Business.timeZone`). */
        from?: string
        /** @description Return only entries of this day and earlier ones. No entry matches if it is before `from`. */
        to?: string
      }
    }
    responses: {
      /** @description The page, newest first. */
      200: {
        content: {
          'application/json': components['schemas']['ActivityList']
        }
      }
    }
  }
  listActivityTokens: {
    parameters: {
      query?: {
        /** @description Return only tokens whose name begins with this text. Case, width and accents do not matter. */
        name?: string
      }
      header?: {
        'Accept-Language'?: components['parameters']['Language']
      }
    }
    responses: {
      /** @description The first tokens, sorted by name. */
      200: {
        content: {
          'application/json': components['schemas']['ActivityTokenList']
        }
      }
    }
  }
  getRules: {
    parameters: {}
    responses: {
      /** @description The rules. The ETag is their version. */
      200: {
        content: {
          'application/json': components['schemas']['CurrentRules']
        }
      }
    }
  }
  changeRules: {
    parameters: {
      header?: {
        /** @description The ETag of the version that the change is based on. */
        'If-Match'?: string
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TokenRules']
      }
    }
    responses: {
      /** @description The changed rules. */
      200: {
        content: {
          'application/json': components['schemas']['CurrentRules']
        }
      }
    }
  }
  listNotices: {
    parameters: {}
    responses: {
      /** @description The notices, at most 50. Notices that need action come first, and the newest first. */
      200: {
        content: {
          'application/json': components['schemas']['NoticeList']
        }
      }
    }
  }
  markNotices: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['NoticeMarks']
      }
    }
    responses: {
      /** @description The notices are marked. */
      204: {
        content?: never
      }
    }
  }
  listTokenRequests: {
    parameters: {
      query?: {
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of requests per page. */
        pageSize?: number
        /** @description Return only requests with this outcome. */
        outcome?: components['schemas']['RequestOutcome']
        /**
         * @description Of the newest 1,000 requests, return only those from this IP address, in its canonical form. If it is empty, those whose address
         *     is not known.
         */
        address?: string
        /**
         * @description Of the newest 1,000 requests, return only those of this program, as in `Place`. If it is empty, those without a `User-Agent`
         *     header.
         */
        program?: string
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The page, newest first. */
      200: {
        content: {
          'application/json': components['schemas']['TokenRequestList']
        }
      }
    }
  }
  getTokenUsage: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The number of requests on each day. */
      200: {
        content: {
          'application/json': components['schemas']['TokenUsage']
        }
      }
    }
  }
  listTokenPlaces: {
    parameters: {
      query?: {
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of places per page. */
        pageSize?: number
        /**
         * @description Return only places with all of these words in their address or their program. Case, width and accents do not matter. The word
         *     `browser` finds all browsers.
         */
        search?: string
      }
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    responses: {
      /** @description The page, the last used first. */
      200: {
        content: {
          'application/json': components['schemas']['PlaceList']
        }
      }
    }
  }
  confirmTokenPlaces: {
    parameters: {
      path: {
        tokenId: components['parameters']['TokenId']
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PlaceConfirmation']
      }
    }
    responses: {
      /** @description The updated token. */
      200: {
        content: {
          'application/json': components['schemas']['Token']
        }
      }
    }
  }
  listMembers: {
    parameters: {
      header?: {
        'Accept-Language'?: components['parameters']['Language']
      }
    }
    responses: {
      /** @description The users, sorted by name. */
      200: {
        content: {
          'application/json': components['schemas']['MemberList']
        }
      }
    }
  }
  changeRole: {
    parameters: {
      path: {
        userId: string
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RoleChange']
      }
    }
    responses: {
      /** @description The updated user. */
      200: {
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  listAccessRequests: {
    parameters: {}
    responses: {
      /** @description The requests. */
      200: {
        content: {
          'application/json': components['schemas']['AccessRequestList']
        }
      }
    }
  }
  requestAdminAccess: {
    parameters: {}
    responses: {
      /** @description The request. */
      201: {
        content: {
          'application/json': components['schemas']['AccessRequest']
        }
      }
    }
  }
  answerAccessRequest: {
    parameters: {
      path: {
        requestId: string
      }
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AccessAnswer']
      }
    }
    responses: {
      /** @description The updated request. */
      200: {
        content: {
          'application/json': components['schemas']['AccessRequest']
        }
      }
    }
  }
  getPlan: {
    parameters: {}
    responses: {
      /** @description The plan. */
      200: {
        content: {
          'application/json': components['schemas']['CurrentPlan']
        }
      }
    }
  }
  changePlan: {
    parameters: {}
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanChange']
      }
    }
    responses: {
      /** @description The updated plan. */
      200: {
        content: {
          'application/json': components['schemas']['CurrentPlan']
        }
      }
    }
  }
  listTicketViews: {
    parameters: {
      query?: {
        /** @description The page number, starting at 1. A page after the last one is empty. */
        page?: number
        /** @description The number of tickets per page. */
        pageSize?: number
      }
    }
    responses: {
      /** @description The page, newest first. */
      200: {
        content: {
          'application/json': components['schemas']['TicketViewList']
        }
      }
    }
  }
  getTicketView: {
    parameters: {
      path: {
        ticketId: string
      }
    }
    responses: {
      /** @description The ticket. */
      200: {
        content: {
          'application/json': components['schemas']['TicketView']
        }
      }
    }
  }
  listSalesOrders: {
    parameters: {
      query?: {
        order_by?: components['parameters']['OrderBy']
        order_direction?: components['parameters']['OrderDirection']
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description The id of the buyer's contact.
         * @example 1
         */
        filter_contact_id_equals?: number
        /**
         * @description The id of the sales channel.
         * @example 1
         */
        filter_channel_id_equals?: number
        /**
         * @description The seller's order number.
         * @example NW-1001
         */
        filter_seller_order_id_equals?: string
        /**
         * @description The status.
         * @example OrderReceived
         */
        filter_status_equals?: components['schemas']['SalesOrderStatus']
        /**
         * @description The lowest id to return.
         * @example 1001
         */
        filter_id_gte?: number
        /**
         * @description The highest id to return.
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
    }
    responses: {
      200: components['responses']['SalesOrderList']
    }
  }
  createSalesOrder: {
    parameters: {}
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
    }
  }
  getSalesOrder: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
    }
    responses: {
      200: components['responses']['SalesOrder']
    }
  }
  updateSalesOrder: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
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
    }
  }
  deleteSalesOrder: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  getSalesOrderTrackingLinks: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
    }
    responses: {
      200: components['responses']['TrackingLinks']
    }
  }
  updateSalesOrderTrackingLinks: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
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
    }
  }
  createSalesOrderTrackingLinks: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
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
    }
  }
  deleteSalesOrderTrackingLinks: {
    parameters: {
      path: {
        salesOrderId: components['parameters']['SalesOrderId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  listOrderNotes: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['OrderNoteList']
    }
  }
  createOrderNote: {
    parameters: {}
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
    }
  }
  getOrderNote: {
    parameters: {
      path: {
        orderNoteId: components['parameters']['OrderNoteId']
      }
    }
    responses: {
      200: components['responses']['OrderNote']
    }
  }
  updateOrderNote: {
    parameters: {
      path: {
        orderNoteId: components['parameters']['OrderNoteId']
      }
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
    }
  }
  deleteOrderNote: {
    parameters: {
      path: {
        orderNoteId: components['parameters']['OrderNoteId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  createOrderNoteAttachment: {
    parameters: {
      path: {
        orderNoteId: components['parameters']['OrderNoteId']
      }
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
    }
  }
  listTickets: {
    parameters: {
      query?: {
        order_by?: components['parameters']['OrderBy']
        order_direction?: components['parameters']['OrderDirection']
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description The id of the customer's contact.
         * @example 1
         */
        filter_contact_id_equals?: number
        /**
         * @description The id of the ticket's channel.
         * @example 1
         */
        filter_channel_id_equals?: number
        /**
         * @description The id of the ticket's sales order.
         * @example 1001
         */
        filter_sales_order_id_equals?: number
        /**
         * @description The id of the user who owns the ticket.
         * @example 1
         */
        filter_owner_user_id_equals?: number
        /**
         * @description The seller's number of the ticket's order.
         * @example NW-1001
         */
        filter_seller_order_id_equals?: string
        /**
         * @description The status, or a mark such as Unread.
         * @example Open
         */
        filter_status_equals?: components['schemas']['TicketStatusWide']
        /**
         * @description The type.
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
         * @description With the last message on this day or later (YYYY-MM-DD).
         * @example 2026-01-01
         */
        filter_last_updated_at_gte?: string
        /**
         * @description With the last message on this day or earlier (YYYY-MM-DD).
         * @example 2026-12-31
         */
        filter_last_updated_at_lte?: string
      }
    }
    responses: {
      200: components['responses']['TicketList']
    }
  }
  createTicket: {
    parameters: {}
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
    }
  }
  getTicket: {
    parameters: {
      path: {
        ticketId: components['parameters']['TicketId']
      }
    }
    responses: {
      200: components['responses']['Ticket']
    }
  }
  updateTicket: {
    parameters: {
      path: {
        ticketId: components['parameters']['TicketId']
      }
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
    }
  }
  DeleteTicket: {
    parameters: {
      path: {
        ticketId: components['parameters']['TicketId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  updateTicketData: {
    parameters: {
      path: {
        ticketId: components['parameters']['TicketId']
      }
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
    }
  }
  createMessage: {
    parameters: {}
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
    }
  }
  getMessage: {
    parameters: {
      path: {
        messageId: components['parameters']['MessageId']
      }
    }
    responses: {
      200: components['responses']['Message']
    }
  }
  updateMessage: {
    parameters: {
      path: {
        messageId: components['parameters']['MessageId']
      }
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
    }
  }
  deleteMessage: {
    parameters: {
      path: {
        messageId: components['parameters']['MessageId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  listTags: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['TagList']
    }
  }
  createTag: {
    parameters: {}
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
    }
  }
  getTag: {
    parameters: {
      path: {
        tagId: components['parameters']['TagId']
      }
    }
    responses: {
      200: components['responses']['Tag']
    }
  }
  updateTag: {
    parameters: {
      path: {
        tagId: components['parameters']['TagId']
      }
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
    }
  }
  DeleteTag: {
    parameters: {
      path: {
        tagId: components['parameters']['TagId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
  listTagGroups: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['TagGroupList']
    }
  }
  listUsers: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['UserList']
    }
  }
  listChannels: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['ChannelList']
    }
  }
  Contacts_List: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
        /**
         * @description Words to find in any field of a contact.
         * @example Maja
         */
        fsf_query?: string
        /**
         * @description The contact's id.
         * @example 1
         */
        consumer_id?: number
        /**
         * @description The complete email address.
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
    }
    responses: {
      200: components['responses']['ContactList']
    }
  }
  whoami: {
    parameters: {}
    responses: {
      200: components['responses']['WhoAmI']
    }
  }
  listTemplates: {
    parameters: {
      query?: {
        page?: components['parameters']['Page']
        itemsPerPage?: components['parameters']['ItemsPerPage']
      }
    }
    responses: {
      200: components['responses']['TemplateList']
    }
  }
  createTemplate: {
    parameters: {}
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
    }
  }
  getTemplate: {
    parameters: {
      path: {
        templateId: components['parameters']['TemplateId']
      }
    }
    responses: {
      200: components['responses']['Template']
    }
  }
  updateTemplate: {
    parameters: {
      path: {
        templateId: components['parameters']['TemplateId']
      }
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
    }
  }
  deleteTemplate: {
    parameters: {
      path: {
        templateId: components['parameters']['TemplateId']
      }
    }
    responses: {
      200: components['responses']['Confirmation']
    }
  }
}
