import type { DemoControl, SentRequest, ViewChange } from './demoControl.ts'
import { parseTableName } from './schema.ts'
import { demoAddress } from './parseDemoAddress.ts'
import { boolean, fields, number, text, texts } from './untrustedValues.ts'

/** Calls each command with arguments from untrusted JSON. */
const commands = {
  state: (control) => control.state(),
  open: (control, [link]) => control.open(text(link, 'a link')),
  reset: (control) => control.reset(),
  // It checks the change itself.
  setView: (control, [change]) => control.setView(change as ViewChange),
  nextExpiry: (control) => control.nextExpiry(),
  exchanges: (control, [from]) =>
    control.exchanges(from === undefined ? undefined : number(from, 'the first number')),
  records: (control, [table]) => control.records(parseTableName(table)),
  send: (control, [request]) => control.send(sentRequest(request)),
  link: (control) => control.link(),
  export: (control) => control.export(),
  import: (control, [file]) => control.import(file),
  replay: (control, [file]) => control.replay(file),
} satisfies {
  [Verb in Exclude<keyof DemoControl, 'version'>]: (
    control: DemoControl,
    args: readonly unknown[],
  ) => ReturnType<DemoControl[Verb]>
}

const verbNames = Object.keys(commands)

/**
 * Validates arguments from an HTTP client or another page and calls a command of the demo control.
 *
 * @param args the parsed JSON arguments.
 * @throws Error with a message for developers if the command does not exist or its arguments are invalid.
 */
export async function dispatchCommand(
  control: DemoControl,
  verb: string,
  args: unknown,
): Promise<unknown> {
  const call = Object.entries(commands).find(([name]) => name === verb)?.[1]
  if (!call) throw new Error(`Unknown command “${verb}”. Available: ${verbNames.join(', ')}.`)
  if (!Array.isArray(args)) throw new Error('The body must be a JSON array of arguments.')
  return call(control, args)
}

function sentRequest(value: unknown): SentRequest {
  const allowed = ['as', 'key', 'address', 'method', 'path', 'body', 'headers', 'record']
  const {
    as,
    key,
    address,
    method,
    path,
    body,
    headers = {},
    record,
  } = fields(value, 'the request', allowed)
  return {
    ...(as === undefined ? {} : { as: text(as, 'as') }),
    ...(key === undefined ? {} : { key: text(key, 'key') }),
    ...(address === undefined ? {} : { address: demoAddress(address) }),
    method: text(method, 'method'),
    path: text(path, 'path'),
    ...(body === undefined ? {} : { body }),
    headers: texts(headers),
    ...(record === undefined ? {} : { record: boolean(record, 'record') }),
  }
}
