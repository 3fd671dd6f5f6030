/** The controls of a row that the arrow keys lead to, in the same column of another row. */
const controls = ['a', '[type=checkbox]']

/** Moves the focus to the same control of the row above or below. Returns false if there is none. */
export function moveInTable(from: EventTarget | null, step: 1 | -1): boolean {
  if (!(from instanceof HTMLElement)) return false
  const control = controls.find((selector) => from.matches(selector))
  const row = from.closest('tr')
  const rows = [...(row?.parentElement?.children ?? [])].filter((child) =>
    child.querySelector('[type=checkbox]'),
  )
  const position = rows.findIndex((candidate) => candidate === row)
  if (!control || position < 0) return false
  const next = rows[position + step]?.querySelector<HTMLElement>(control)
  next?.focus()
  return next !== null && next !== undefined
}
