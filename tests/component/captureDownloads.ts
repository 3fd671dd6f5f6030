import { vi } from 'vitest'

/** Replaces downloads, and returns the list of the files that the page saves. */
export function captureDownloads() {
  const files: { name: string; blob: Blob }[] = []
  let blob = new Blob()
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) blob = object
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
