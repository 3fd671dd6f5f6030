import type accessGate from '#src/locales/en/accessGate.json'
import type activity from '#src/locales/en/activity.json'
import type addresses from '#src/locales/en/addresses.json'
import type advice from '#src/locales/en/advice.json'
import type apiExplorer from '#src/locales/en/apiExplorer.json'
import type apiTokens from '#src/locales/en/apiTokens.json'
import type app from '#src/locales/en/app.json'
import type expiry from '#src/locales/en/expiry.json'
import type leakedKeys from '#src/locales/en/leakedKeys.json'
import type lifecycle from '#src/locales/en/lifecycle.json'
import type logIn from '#src/locales/en/logIn.json'
import type notices from '#src/locales/en/notices.json'
import type people from '#src/locales/en/people.json'
import type plan from '#src/locales/en/plan.json'
import type places from '#src/locales/en/places.json'
import type prefill from '#src/locales/en/prefill.json'
import type replacement from '#src/locales/en/replacement.json'
import type requests from '#src/locales/en/requests.json'
import type rules from '#src/locales/en/rules.json'
import type shipping from '#src/locales/en/shipping.json'
import type tickets from '#src/locales/en/tickets.json'
import type tokenDetails from '#src/locales/en/tokenDetails.json'
import type tokenForm from '#src/locales/en/tokenForm.json'
import type tokenKey from '#src/locales/en/tokenKey.json'
import type tokenList from '#src/locales/en/tokenList.json'
import type ui from '#src/locales/en/ui.json'

/** The key of a text in an object of messages: `tokenList.add`. */
type KeyIn<Messages> = {
  [Name in keyof Messages & string]: Messages[Name] extends string
    ? Name
    : Messages[Name] extends readonly string[]
      ? never
      : `${Name}.${KeyIn<Messages[Name]>}`
}[keyof Messages & string]

/** The key of a message that page objects may use. The package contains these files (tools/package/packedMessages.ts). */
export type MessageKey = KeyIn<
  typeof accessGate &
    typeof activity &
    typeof addresses &
    typeof advice &
    typeof apiExplorer &
    typeof apiTokens &
    typeof app &
    typeof expiry &
    typeof leakedKeys &
    typeof lifecycle &
    typeof logIn &
    typeof notices &
    typeof people &
    typeof plan &
    typeof places &
    typeof prefill &
    typeof replacement &
    typeof requests &
    typeof rules &
    typeof shipping &
    typeof tickets &
    typeof tokenDetails &
    typeof tokenForm &
    typeof tokenKey &
    typeof tokenList &
    typeof ui
>
