/** Whether a query parameter, such as `demo.now`, belongs to a demo link. */
export function isDemoParameter(name: string): boolean {
  return name === 'demo' || name.startsWith('demo.')
}
