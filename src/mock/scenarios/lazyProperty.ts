/**
 * Returns a function that adds a property to a record. Its value is computed when it is first read, because a scenario with
 * thousands of records would take too long to start. Copies, such as those in a storage, have the value itself.
 *
 * @param compute must depend only on what never changes in the record.
 */
export function lazyProperty<Name extends string, Source extends object>(
  name: Name,
  compute: (record: Source) => string,
): (record: Source) => Source & Record<Name, string> {
  const values = new WeakMap<Source, string>()
  // All records share the getter. With one for each of them, engines would treat every record as a map.
  const descriptor = {
    enumerable: true,
    get(this: Source): string {
      const value = values.get(this) ?? compute(this)
      values.set(this, value)
      return value
    },
  }
  return (record) =>
    Object.defineProperty(record, name, descriptor) as Source & Record<Name, string>
}
