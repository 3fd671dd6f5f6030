import { keyOf } from './demoKeys.ts'

/** A public log of the shipping application that contains the key of its token. */
export const leakedLog = [
  '2026-11-24 08:41:12 INFO  shipfast worker started',
  `2026-11-24 08:41:13 DEBUG PUT /v1/sales-orders/1003 Authorization: "Bearer ${keyOf('leaked', 'ShipFast')}"`,
  '2026-11-24 08:41:13 INFO  200 OK, tracking sent',
].join('\n')
