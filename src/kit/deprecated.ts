import type { TokenInput } from './access.ts'
import type { KeyRefusal } from './matchers/toBeRefusedAs.ts'
import type { OldKeyLifetime } from './pages/replaceTokenPage.ts'

/** @deprecated Use `TokenInput`. */
export type WantedToken = TokenInput
/** @deprecated Use `KeyRefusal`. */
export type RefusalOfKey = KeyRefusal
/** @deprecated Use `OldKeyLifetime`. */
export type OldKeyTime = OldKeyLifetime
