import type { DemoControl } from '#src/mock/demo/demoControl.ts'

/** The commands of the demo controls. */
export type Command = Exclude<keyof DemoControl, 'version'>

/**
 * Returns demo controls that run each command by its name.
 *
 * @param call runs a command. Its arguments and its result are plain JSON.
 */
export function createRemoteControl(
  call: (command: Command, args: readonly unknown[]) => Promise<unknown>,
): DemoControl {
  function command<Name extends Command>(name: Name) {
    type Result = Awaited<ReturnType<DemoControl[Name]>>
    return async (...args: Parameters<DemoControl[Name]>): Promise<Result> =>
      (await call(name, args)) as Result
  }
  return {
    version: 1,
    state: command('state'),
    open: command('open'),
    reset: command('reset'),
    setView: command('setView'),
    nextExpiry: command('nextExpiry'),
    exchanges: command('exchanges'),
    records: command('records'),
    send: command('send'),
    link: command('link'),
    export: command('export'),
    import: command('import'),
    replay: command('replay'),
  }
}

/** Runs a command by its name. */
export function callCommand(
  control: DemoControl,
  command: Command,
  args: readonly unknown[],
): Promise<unknown> {
  const commands = control as unknown as Record<Command, (...given: unknown[]) => Promise<unknown>>
  return commands[command](...args)
}
