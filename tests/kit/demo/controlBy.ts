import type { DemoControl } from '#src/mock/demo/demoControl.ts'

type Verb = Exclude<keyof DemoControl, 'version'>

/**
 * A demo's controls, where they can only be reached by name.
 *
 * @param call does what a verb says, with arguments and a result that are plain JSON.
 */
export function controlBy(
  call: (verb: Verb, given: readonly unknown[]) => Promise<unknown>,
): DemoControl {
  function by<Name extends Verb>(verb: Name) {
    type Done = Awaited<ReturnType<DemoControl[Name]>>
    return async (...given: Parameters<DemoControl[Name]>): Promise<Done> =>
      (await call(verb, given)) as Done
  }
  return {
    version: 1,
    state: by('state'),
    open: by('open'),
    reset: by('reset'),
    setView: by('setView'),
    nextExpiry: by('nextExpiry'),
    exchanges: by('exchanges'),
    records: by('records'),
    send: by('send'),
    link: by('link'),
    export: by('export'),
    import: by('import'),
    replay: by('replay'),
  }
}
