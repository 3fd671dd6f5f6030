import { expect, it } from 'vitest'

import { createScreen } from '../../../tools/run/screen.ts'

function record() {
  let text = ''
  const screen = createScreen((part) => (text += part))
  return { screen, printed: () => text }
}

it('shows the output of the first step live', () => {
  const { screen, printed } = record()
  screen.start('Lint')
  screen.write('Lint', 'one\n')
  expect(printed()).toBe('\n▸ Lint\none\n')
})

it('shows the complete output of a second step after the first has ended', () => {
  const { screen, printed } = record()
  screen.start('Lint')
  screen.start('Types')
  screen.write('Types', 'wrong type\n')
  screen.write('Lint', 'wrong word\n')
  expect(printed()).toBe('\n▸ Lint\n▸ Types runs as well\nwrong word\n')
  screen.end('Types', '✗ Types')
  screen.end('Lint', '✗ Lint')
  expect(printed()).toMatch(/wrong word\n✗ Lint\n\n▸ Types\nwrong type\n✗ Types\n$/)
})

it('continues live with a running step after those that have ended', () => {
  const { screen, printed } = record()
  for (const name of ['a', 'b', 'c']) screen.start(name)
  screen.write('b', 'b1\n')
  screen.write('c', 'c1\n')
  screen.end('c', '✓ c')
  screen.end('a', '✓ a')
  screen.write('b', 'b2\n')
  expect(printed()).toMatch(/✓ a\n\n▸ c\nc1\n✓ c\n\n▸ b\nb1\nb2\n$/)
})
