import { box, names, toolbar } from './tokenListQueries.ts'
import { fill, user } from './userActions.ts'

/** Selects the tokens of the first page, and then all that match on every page. */
export async function selectAllMatching(count: number): Promise<void> {
  await names()
  await user.click(box('Select all'))
  const offer = `Select all ${count} that match`
  await user.click(await (await toolbar()).findByRole('button', { name: offer }))
  await (await toolbar()).findByText(`${count} tokens selected`)
}

/** Types the number of tokens into the dialog that deletes them. */
export const typeNumber = (count: string) => fill(`Type ${count} to confirm`, count)
