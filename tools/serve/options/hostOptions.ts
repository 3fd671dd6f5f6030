import {
  databaseOption,
  listOption,
  numberOption,
  switchOption,
  textOption,
  textOptionWithFallback,
} from './definition.ts'
import type { ValuesOf } from './readOptions.ts'

const lastPort = 65_535

/** The option of a command that serves something. */
export function portOption(fallback: string) {
  return numberOption({
    variable: 'PORT',
    placeholder: 'PORT',
    help: 'listens on this port; 0 for any free one',
    fallback,
    max: lastPort,
  })
}

/** The options of the host. */
export const hostOptions = {
  port: portOption('4174'),
  host: textOption({
    variable: 'EDESK_HOST',
    placeholder: 'ADDRESS',
    help: 'accepts other machines at this address; 0.0.0.0 means all addresses',
  }),
  data: textOption({
    variable: 'EDESK_DATA',
    placeholder: 'FILE',
    help: 'keeps the data in a file',
  }),
  database: databaseOption({
    variable: 'DATABASE_URL',
    placeholder: 'URL',
    help: 'keeps the data in PostgreSQL, which other hosts may share',
  }),
  worlds: switchOption({
    variable: 'EDESK_WORLDS',
    help: 'opens any number of backends at once, for parallel tests',
  }),
  'allow-host': listOption({
    variable: 'EDESK_ALLOW_HOST',
    placeholder: 'NAME',
    help: 'accepts another host name; repeat it for more names',
  }),
  'trust-proxy': listOption({
    variable: 'EDESK_TRUST_PROXY',
    placeholder: 'ADDRESS',
    help: 'trusts the proxy at this IP address, in this subnet, or on loopback',
  }),
  log: textOption({
    variable: 'EDESK_LOG',
    placeholder: 'FILE',
    help: 'appends a line of JSON for each request to a file; - for the standard output',
  }),
  'metrics-port': numberOption({
    variable: 'EDESK_METRICS_PORT',
    placeholder: 'PORT',
    help: 'serves /metrics for Prometheus on this port',
    max: lastPort,
  }),
  'metrics-host': textOptionWithFallback({
    variable: 'EDESK_METRICS_HOST',
    placeholder: 'ADDRESS',
    help: 'serves /metrics at this address',
    fallback: '127.0.0.1',
  }),
  'drain-seconds': numberOption({
    variable: 'EDESK_DRAIN_SECONDS',
    placeholder: 'SECONDS',
    help: 'accepts requests for this long after the signal to stop, while /readyz answers 503',
    fallback: '0',
    max: 300,
  }),
}

/** The values of the host's options. */
export type HostConfig = ValuesOf<typeof hostOptions>
