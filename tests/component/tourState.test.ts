import { beforeEach, describe, expect, it } from 'vitest'

import { firstState, rememberedTour, rememberTour } from '#src/demo/tour/tourState.ts'

beforeEach(() => sessionStorage.clear())

describe('the stored state of the tour', () => {
  it('is the current step, until the tour ends', () => {
    expect(rememberedTour()).toBeUndefined()
    rememberTour({ step: 'copy', left: true, tokenId: 'tok_1' })
    expect(rememberedTour()).toEqual({ step: 'copy', left: true, tokenId: 'tok_1' })
    rememberTour(undefined)
    expect(rememberedTour()).toBeUndefined()
  })

  it('is a step of any tour', () => {
    rememberTour(firstState('leaked'))
    expect(rememberedTour()).toEqual({ step: 'leakedKey', left: false })
  })

  it.each(['{"step":"dance","left":false}', 'not JSON', 'null', '7'])(
    'is ignored if it is %s',
    (text) => {
      sessionStorage.setItem('edesk-demo-tour:/', text)
      expect(rememberedTour()).toBeUndefined()
    },
  )
})
