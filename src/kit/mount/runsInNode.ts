/** Whether the page is emulated in Node, and not in a browser. */
export function runsInNode(): boolean {
  // A bundler may define a `process` without `versions` in a page.
  const { process } = globalThis as { process?: { versions?: object } }
  return process?.versions !== undefined && 'node' in process.versions
}
