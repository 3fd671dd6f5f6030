import { screen } from '@testing-library/dom'
import { expect, it, onTestFinished } from 'vitest'

import { openApp } from '#src/kit/vitest.ts'

import { click } from './userActions.ts'

const clipboards = {
  refused: { writeText: () => Promise.reject(new DOMException('Denied', 'NotAllowedError')) },
  missing: undefined,
}

function replaceClipboard(clipboard: (typeof clipboards)[keyof typeof clipboards]): void {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'clipboard'))
}

it.each(['refused', 'missing'] as const)(
  'selects the report of a broken page, and says so, if the clipboard is %s',
  async (kind) => {
    const { router, sees } = await openApp({ as: 'admin', at: '/settings/plan' })
    const render = () => {
      throw new RangeError('the order of Alma')
    }
    router.addRoute({ path: '/broken', name: 'broken', component: { render } })
    await router.push('/broken')
    await sees.heading('This part of the page has stopped working')
    replaceClipboard(clipboards[kind])
    await click('button', 'Copy a report for support')
    await sees.alert('The text is selected')
    const report = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Report' })
    expect(report).toHaveFocus()
    expect(report.value).toMatch(/^broken\n.*\nRangeError\n/s)
    expect(report.value).not.toContain('Alma')
    expect([report.selectionStart, report.selectionEnd]).toEqual([0, report.value.length])
    expect(screen.queryByRole('button', { name: 'Report copied' })).not.toBeInTheDocument()
  },
)
