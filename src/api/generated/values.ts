// Generated from src/api/openapi.yaml by `npm run generate`. Change the contract, not this file.

export const problemTypeValues = [
  '/problems/malformed-request',
  '/problems/invalid-fields',
  '/problems/not-logged-in',
  '/problems/wrong-credentials',
  '/problems/admin-required',
  '/problems/plan-required',
  '/problems/foreign-origin',
  '/problems/not-found',
  '/problems/method-not-allowed',
  '/problems/body-too-large',
  '/problems/body-unsupported',
  '/problems/too-many-attempts',
  '/problems/idempotency-key-reused',
  '/problems/request-answered',
  '/problems/last-admin',
  '/problems/being-replaced',
  '/problems/not-being-replaced',
  '/problems/too-many-tokens',
  '/problems/version-missing',
  '/problems/version-changed',
  '/problems/storage-full',
  '/problems/storage-unavailable',
  '/problems/storage-newer',
  '/problems/internal',
] as const

export const planValues = ['starter', 'professional', 'enterprise'] as const

export const accessLevelValues = ['read_only', 'full_access', 'custom'] as const

export const permissionValues = ['full_access', 'read_only', 'no_access'] as const

export const featureValues = [
  'sales_orders',
  'sales_orders_notes',
  'tickets',
  'messages',
  'users',
  'tag_items',
  'channels',
  'templates',
  'contacts',
  'tag_groups_users',
  'tag_groups',
] as const

export const keepOldKeyValues = ['none', 'hour', 'day', 'week'] as const

export const tokenStatusValues = [
  'active',
  'failing',
  'expiring_soon',
  'expired',
  'paused',
  'being_replaced',
] as const

export const ruleNameValues = [
  'longest_life',
  'full_access',
  'description_required',
  'addresses_required',
  'pause_unused_after',
  'max_tokens',
] as const

export const languageValues = ['en', 'de', 'fr', 'es', 'it', 'pl', 'ar', 'ja'] as const

export const ruleFilterValues = [
  'any',
  'longest_life',
  'full_access',
  'description_required',
  'addresses_required',
  'pause_unused_after',
  'max_tokens',
] as const

export const refusalFilterValues = ['today'] as const

export const adviceGroupValues = [
  'failing',
  'unused',
  'breaks_rule',
  'unused_permissions',
  'few_addresses',
  'dismissed',
] as const

export const activityActionValues = [
  'created',
  'changed',
  'shortened',
  'replaced',
  'key_renewed',
  'paused',
  'resumed',
  'retired',
  'deleted',
  'advice_dismissed',
  'advice_restored',
  'role_changed',
  'rules_changed',
  'paused_by_rule',
  'new_address',
  'new_program',
  'places_confirmed',
] as const

export const tokenSortValues = [
  'attention',
  'name',
  '-name',
  'createdAt',
  '-createdAt',
  'lastUsedAt',
  '-lastUsedAt',
  'expiresAt',
  '-expiresAt',
] as const

export const requestOutcomeValues = ['answered', 'refused', 'not_valid'] as const

export const edeskErrorCodeValues = [
  '4001',
  '4002',
  '4003',
  '4004',
  '4005',
  '4006',
  '4007',
  '4008',
  '4009',
  '4010',
  '4011',
  '4012',
  '4013',
  '4014',
  '4015',
  '4016',
  '4017',
  '4018',
  '4019',
  '4020',
  '4021',
  '4022',
] as const

/** The name of each feature, as on the pages. */
export const featureNames = {
  sales_orders: 'Sales Orders',
  sales_orders_notes: 'Sales Orders Notes',
  tickets: 'Tickets',
  messages: 'Messages',
  users: 'Users',
  tag_items: 'Tag items',
  channels: 'Channels',
  templates: 'Templates',
  contacts: 'Contacts',
  tag_groups_users: 'Tag Groups Users',
  tag_groups: 'Tag groups',
} as const

/** The plans that include API tokens. */
export const plansWithTokens = ['professional', 'enterprise'] as const

/** Periods, quotas and defaults. Each name ends with its unit. */
export const limits = {
  /** How long a token without an explicit expiry works. */
  defaultLifetimeDays: 90,
  /** The maximum lifetime of a token. */
  maxLifetimeYears: 10,
  /** How many days before a token's expiry Admins get a notice. From the first notice on, the status is `expiring_soon`. */
  expiryWarningDays: [14, 7, 1],
  /** How long the key of a replaced token keeps working. */
  keepOldKeyHours: { none: 0, hour: 1, day: 24, week: 168 },
  /** How long after a creation a retry may receive a new key. */
  creationRetryMinutes: 10,
  /** How long a token or a permission must be idle to count as unused. */
  unusedDays: 60,
  /** For the advice: how long a token that still sends requests must go without a successful one to count as failing. */
  failingDays: 30,
  /** For the advice: from how many addresses a token is used at most that could be limited to them. */
  fewAddresses: 2,
  /** How long dismissed advice stays dismissed. */
  adviceDismissalDays: 90,
  /** How many requests in a row the service must refuse for a token to be failing. */
  failingRequests: 10,
  /** For the bell: how long after a past event, such as a deletion, its notice is shown. */
  noticeDays: 30,
  /** The number of days in a token's usage, including today. */
  usageDays: 14,
  /** How long a session lasts. */
  sessionHours: 12,
  /** How many characters of a request's User-Agent the log shows. */
  clientCharacters: 200,
  /** How many characters of a header the log shows. */
  headerCharacters: 200,
  /** The numbers of days that the rule for the longest life can have. */
  longestLifeDays: [30, 90, 180, 365],
  /** The numbers of days that the rule for unused tokens can have. */
  pauseUnusedAfterDays: [30, 60, 90, 180, 365],
  /** How many days before a rule pauses a token Admins get a notice. No token is paused sooner after the rule was set. */
  pauseNoticeDays: 7,
  /** How many programs that use a token the service remembers. */
  tokenClients: 10,
  /** Of how many places a token is used from the service keeps numbers. */
  tokenPlaces: 200,
  /** How long a program counts as new after its first request. */
  newClientHours: 24,
  /** How many characters of a request's path the log shows. */
  requestPathCharacters: 200,
  /** How many requests a token may make at once. */
  burstRequests: 60,
  /** How many requests a token regains each second. */
  requestsPerSecond: 2,
  /** How many wrong passwords an email address may get at once. */
  logInAttempts: 10,
  /** After how many seconds an email address regains one of these attempts. */
  logInRetrySeconds: 30,
  /** The maximum size of a body for the management API. */
  managementBodyBytes: 1000000,
  /** The maximum size of a JSON body for the public API. */
  publicBodyBytes: 2000000,
  /** The maximum size of a form, with its files. */
  formBytes: 25000000,
  /** The maximum size of the headers of a form's part. */
  formHeadBytes: 8000,
  /** The maximum size of everything in a form but the content of its files. */
  formTextBytes: 300000,
  /** How deeply the values in a body may be nested. */
  bodyDepth: 20,
  /** How many values a body may contain. */
  bodyValues: 20000,
  /** The maximum length of a list in a body that has no maxItems. */
  listItems: 500,
  /** How many properties an object in a body may have. */
  objectProperties: 200,
  /** How many invalid fields an answer lists. */
  reportedErrors: 100,
  /** A cluster of more code points does not count as one character but as its code points. No emoji has more. */
  codePointsPerCharacter: 10,
} as const

/** The maximum number of characters of a text, counted in grapheme clusters. */
export const characterLimits = { TokenName: 80, TokenDescription: 500 } as const

/** The maximum number of items of a list, by the schema and the property that have it. */
export const itemLimits = {
  NewToken: { allowedAddresses: 50 },
  Replacement: { allowedAddresses: 50 },
  KeyHashes: { hashes: 1000 },
  AdviceSummary: { items: 6 },
  AdviceBatch: { items: 100 },
  NoticeList: { items: 50 },
  NoticeMarks: { ids: 100 },
  TokenChange: { allowedAddresses: 50 },
  Token: { allowedAddresses: 50 },
  TokenLookup: { ids: 100 },
  TokenBatch: { ids: 100 },
} as const

/** The maximum of each number in a query, and the maximum length of each text. */
export const queryLimits = {
  listTokens: { pageSize: 100, search: 200, madeBy: 100, unusedFor: 3650, expiring: 3650 },
  listTokenIds: { search: 200, madeBy: 100, unusedFor: 3650, expiring: 3650 },
  listAdvice: { pageSize: 100 },
  listActivity: { pageSize: 100, by: 100, token: 100 },
  listActivityTokens: { name: 100 },
  listTokenRequests: { pageSize: 100, address: 100, program: 200 },
  listTokenPlaces: { pageSize: 200, search: 200 },
  listTicketViews: { pageSize: 100 },
} as const

/** The number of items on a page, by operation. */
export const defaultPageSizes = {
  listTokens: 25,
  listAdvice: 25,
  listActivity: 25,
  listTokenRequests: 20,
  listTokenPlaces: 20,
  listTicketViews: 25,
} as const

/** The number of items on a page of the public API. Larger numbers are reduced to the maximum. */
export const itemsPerPage = { default: 20, maximum: 100 } as const

/** The feature that each operation of the public API requires. Operations that are not listed require none. */
export const operationFeatures = {
  listSalesOrders: 'sales_orders',
  createSalesOrder: 'sales_orders',
  getSalesOrder: 'sales_orders',
  updateSalesOrder: 'sales_orders',
  deleteSalesOrder: 'sales_orders',
  createSalesOrderTrackingLinks: 'sales_orders',
  getSalesOrderTrackingLinks: 'sales_orders',
  updateSalesOrderTrackingLinks: 'sales_orders',
  deleteSalesOrderTrackingLinks: 'sales_orders',
  listOrderNotes: 'sales_orders_notes',
  createOrderNote: 'sales_orders_notes',
  getOrderNote: 'sales_orders_notes',
  updateOrderNote: 'sales_orders_notes',
  deleteOrderNote: 'sales_orders_notes',
  createOrderNoteAttachment: 'sales_orders_notes',
  listTickets: 'tickets',
  createTicket: 'tickets',
  getTicket: 'tickets',
  updateTicket: 'tickets',
  updateTicketData: 'tickets',
  DeleteTicket: 'tickets',
  createMessage: 'messages',
  getMessage: 'messages',
  updateMessage: 'messages',
  deleteMessage: 'messages',
  listUsers: 'users',
  listTags: 'tag_items',
  createTag: 'tag_items',
  getTag: 'tag_items',
  updateTag: 'tag_items',
  DeleteTag: 'tag_items',
  listChannels: 'channels',
  listTemplates: 'templates',
  createTemplate: 'templates',
  getTemplate: 'templates',
  updateTemplate: 'templates',
  deleteTemplate: 'templates',
  Contacts_List: 'contacts',
  listTagGroups: 'tag_groups',
} as const
