/** Example responses of eDesk. */
export const samples = {
  page: {
    data: [{ id: 1, name: 'Waiting for parcel', active: true, tag_group_id: 1 }],
    paginator: { currentPage: 1, itemsPerPage: 20, totalItemsCount: 1 },
  },
  refused: {
    error: {
      httpCode: 403,
      message: 'You are not authorized to access this',
      details: 'Invalid token.',
    },
  },
  invalid: {
    error: {
      httpCode: 400,
      message: 'Validation failed',
      details: { subject: { errorCode: '4001' }, channel_id: { errorCode: '4002' } },
    },
  },
  tooMany: { error: { httpCode: 429, message: 'Too many requests', details: 'Out of quota' } },
} as const

/** The placeholder for the key in examples. */
export const placeholderKey = 'YOUR_API_KEY'
