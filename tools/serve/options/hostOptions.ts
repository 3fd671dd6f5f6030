import { listOption, numberOption, switchOption, textOption } from './definition.ts'
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
}

/** The values of the host's options. */
export type HostConfig = ValuesOf<typeof hostOptions>
