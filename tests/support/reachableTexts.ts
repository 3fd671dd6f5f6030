interface MountedApp {
  config: { globalProperties: object }
  _context: object
  _container: { _vnode: object }
}

/**
 * Returns all texts that code can reach from the application: the router, stores, components, and the reactive objects that these
 * are linked with. Elements are left out: they are checked as HTML and as fields.
 */
export function reachableTexts(): Set<string> {
  const texts = new Set<string>()
  const seen = new Set<object>()
  const rest: unknown[] = [...document.querySelectorAll('body *')].flatMap((element) => {
    const app: MountedApp | undefined = Reflect.get(element, '__vue_app__')
    return app ? [app, app._container._vnode] : []
  })
  if (rest.length === 0) throw new Error('Expected a mounted application')
  while (rest.length > 0) {
    const value = rest.pop()
    if (typeof value === 'string') texts.add(value)
    if (!isObject(value) || seen.has(value) || isLeftOut(value)) continue
    seen.add(value)
    if (value instanceof Map || value instanceof Set) rest.push(...value.keys(), ...value.values())
    for (const name of Reflect.ownKeys(value)) {
      if (typeof name === 'string') texts.add(name)
      // Getters would run code of the application.
      rest.push(Object.getOwnPropertyDescriptor(value, name)?.value)
    }
  }
  return texts
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function isLeftOut(value: object): boolean {
  if (value === window || value instanceof Node) return true
  // The proxy of a component, which warns when its keys are listed. `$` is the component's object, which is visited too.
  const instance: unknown = Reflect.get(value, '$')
  return isObject(instance) && Reflect.get(instance, 'proxy') === value
}
