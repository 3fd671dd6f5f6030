import { seededBytes } from '#src/mock/domain/random.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

/** Valid keys, the same in each run. */
export const keys = Array.from({ length: 4 }, (_, number) =>
  generateKey(seededBytes(`key ${number}`)),
)
export const [one = '', two = ''] = keys
