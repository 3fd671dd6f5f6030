import { describe, expect, it } from 'vitest'

import type { HostExchange } from '#src/mock/transports/hostObserver.ts'

import { createHostMetrics } from '../../../tools/serve/metrics/hostMetrics.ts'
import { createMetricsServer } from '../../../tools/serve/metrics/metricsServer.ts'
import { ask } from '../../support/http.ts'
import { listen } from '../../support/listen.ts'

const exchange: HostExchange = {
  requestId: 'made-1',
  proxyRequestId: undefined,
  method: 'GET',
  operation: 'listTokens',
  status: 200,
  milliseconds: 20,
  bytes: 325,
  isComplete: true,
}

/** A value of a sample. The event loop of a new process has no mean delay yet. */
const value = String.raw`(-?[\d.]+(e[+-]?\d+)?|Nan)`

/** Returns the samples of the metrics whose names start so. */
async function samples(metrics: { text: () => Promise<string> }, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name))
}

describe('the metrics', () => {
  it('count requests by operation and class of status', async () => {
    const metrics = createHostMetrics()
    for (const status of [200, 201, 404, 503, null]) metrics.requestEnded({ ...exchange, status })
    metrics.requestEnded({ ...exchange, operation: 'file' })
    expect(await samples(metrics, 'edesk_http_requests_total')).toEqual([
      'edesk_http_requests_total{operation="listTokens",status="2xx"} 2',
      'edesk_http_requests_total{operation="listTokens",status="4xx"} 1',
      'edesk_http_requests_total{operation="listTokens",status="5xx"} 1',
      'edesk_http_requests_total{operation="listTokens",status="none"} 1',
      'edesk_http_requests_total{operation="file",status="2xx"} 1',
    ])
  })

  it('have a histogram of durations in seconds', async () => {
    const metrics = createHostMetrics()
    metrics.requestEnded(exchange)
    const lines = await samples(metrics, 'edesk_http_request_duration_seconds')
    expect(lines).toContain(
      'edesk_http_request_duration_seconds_bucket{le="0.01",operation="listTokens"} 0',
    )
    expect(lines).toContain(
      'edesk_http_request_duration_seconds_bucket{le="0.025",operation="listTokens"} 1',
    )
    expect(lines).toContain('edesk_http_request_duration_seconds_sum{operation="listTokens"} 0.02')
  })

  it('have no duration of a stream, which is as long as its page is open', async () => {
    const metrics = createHostMetrics()
    metrics.requestEnded({ ...exchange, operation: 'changes', milliseconds: 600_000 })
    expect(await samples(metrics, 'edesk_http_request_duration_seconds_count')).toEqual([])
    expect(await samples(metrics, 'edesk_http_requests_total')).toEqual([
      'edesk_http_requests_total{operation="changes",status="2xx"} 1',
    ])
  })

  it('have the number of open requests', async () => {
    const metrics = createHostMetrics()
    metrics.requestStarted()
    metrics.requestStarted()
    metrics.requestEnded(exchange)
    expect(await samples(metrics, 'edesk_http_open')).toEqual(['edesk_http_open_requests 1'])
  })

  it('count the requests that a limit has refused', async () => {
    const metrics = createHostMetrics()
    expect(await samples(metrics, 'edesk_rate')).toContain(
      'edesk_rate_limited_requests_total{limit="quota"} 0',
    )
    for (const operation of ['logIn', 'getTag', 'listTags'])
      metrics.requestEnded({ ...exchange, operation, status: 429 })
    expect(await samples(metrics, 'edesk_rate')).toEqual([
      'edesk_rate_limited_requests_total{limit="quota"} 2',
      'edesk_rate_limited_requests_total{limit="log-in"} 1',
    ])
  })

  it('have the transactions of the storage and their durations', async () => {
    const metrics = createHostMetrics()
    metrics.transactionEnded({ kind: 'write', milliseconds: 3, isCommitted: true })
    metrics.transactionEnded({ kind: 'write', milliseconds: 3, isCommitted: false })
    const lines = await samples(metrics, 'edesk_storage')
    expect(lines).toContain('edesk_storage_transactions_total{kind="write",outcome="committed"} 1')
    expect(lines).toContain(
      'edesk_storage_transactions_total{kind="write",outcome="rolled back"} 1',
    )
    expect(lines).toContain('edesk_storage_transaction_duration_seconds_sum{kind="write"} 0.006')
  })

  it('have lost log lines, the delay of the event loop, and the process', async () => {
    const metrics = createHostMetrics()
    metrics.logLineLost()
    expect(await samples(metrics, 'edesk_log')).toEqual(['edesk_log_lines_lost_total 1'])
    const text = await metrics.text()
    for (const name of ['nodejs_eventloop_lag_p99_seconds', 'process_resident_memory_bytes']) {
      expect(text).toMatch(new RegExp(`^${name} ${value}$`, 'm'))
    }
  })

  it('are in the OpenMetrics format', async () => {
    const metrics = createHostMetrics()
    metrics.requestEnded(exchange)
    expect(metrics.contentType).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
    const lines = (await metrics.text()).trimEnd().split('\n')
    expect(lines.at(-1)).toBe('# EOF')
    const line = new RegExp(
      String.raw`^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? ${value})$`,
    )
    expect(lines.slice(0, -1).filter((text) => !line.test(text))).toEqual([])
    // The name of a counter has no suffix, its samples do.
    expect(lines).toContain('# TYPE edesk_http_requests counter')
  })
})

describe('the server for /metrics', () => {
  const start = (text: () => Promise<string> = async () => 'up 1\n# EOF\n') =>
    listen(createMetricsServer({ contentType: 'application/openmetrics-text', text }, ['edesk']))

  it('sends the metrics, and nothing else', async () => {
    const port = await start()
    const response = await ask(port, 'GET', '/metrics')
    expect(response).toMatchObject({ status: 200, body: 'up 1\n# EOF\n' })
    expect(response.headers).toMatchObject({
      'content-type': 'application/openmetrics-text',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect((await ask(port, 'GET', '/')).status).toBe(404)
    expect(await ask(port, 'HEAD', '/metrics')).toMatchObject({ status: 200, body: '' })
    expect(await ask(port, 'POST', '/metrics')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
  })

  it.each([
    ['localhost', 200],
    ['127.0.0.1:9464', 200],
    ['edesk:9464', 200],
    ['evil.example', 421],
    ['local host', 400],
  ])('answers the host name %s with %i', async (Host, status) => {
    expect((await ask(await start(), 'GET', '/metrics', { headers: { Host } })).status).toBe(status)
  })

  it('answers 500 if the metrics cannot be read', async () => {
    const port = await start(() => Promise.reject(new Error('secret')))
    expect(await ask(port, 'GET', '/metrics')).toMatchObject({
      status: 500,
      body: 'The metrics cannot be read\n',
    })
  })
})
