import { vi } from 'vitest'

/** What the browser is given to save. */
export function savedFiles() {
  const files: { name: string; blob: Blob }[] = []
  let blob = new Blob()
  URL.createObjectURL = (given) => {
    if (given instanceof Blob) blob = given
    return 'blob:file'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (this.download) files.push({ name: this.download, blob })
    else this.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  })
  return files
}
