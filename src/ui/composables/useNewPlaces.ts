import { useI18n } from 'vue-i18n'

import { api, type Schema, unwrapMutation } from '#src/api/client.ts'
import { programInWords } from '#src/shared/clientProgram.ts'

import { isolate } from '../lib/isolate.ts'
import { programText } from '../lib/programText.ts'
import { showToast } from '../lib/toast.ts'

type UnconfirmedPlaces = Schema<'UnconfirmedPlaces'>

/** Puts the new places of a token into words, and confirms them. */
export function useNewPlaces() {
  const { t, n } = useI18n()

  /** "ShipFast was used from a new address, 203.0.113.7, by curl" */
  function sentence(tokenName: string, { addresses, programs, place }: UnconfirmedPlaces): string {
    const token = isolate(tokenName)
    if (addresses > 1) return t('places.new.addresses', { token, count: n(addresses) }, addresses)
    if (addresses === 0 && programs > 1) {
      return t('places.new.programs', { token, count: n(programs) }, programs)
    }
    return t(addresses === 1 ? 'places.new.address' : 'places.new.program', {
      token,
      address: isolate(place.address ?? t('places.new.unknownAddress')),
      program: isolate(programInSentence(place.client)),
    })
  }

  function programInSentence(client: string | null): string {
    const program = programInWords(client)
    if (!program) return t('places.new.unknownProgram')
    if (program.kind === 'browser') return t('places.new.aBrowser', { name: program.name })
    return programText(client, t, false)
  }

  /** Confirms the places that the user has seen. @throws ApiError */
  async function confirm(
    token: { id: string; name: string },
    { until }: UnconfirmedPlaces,
  ): Promise<void> {
    const params = { path: { tokenId: token.id } }
    const body = { until }
    await unwrapMutation(api.POST('/api/tokens/{tokenId}/places/confirm', { params, body }))
    showToast(t('places.new.confirmed', { token: isolate(token.name) }))
  }

  return { sentence, confirm }
}
