import { describe, expect, it } from 'vitest'

import { programInWords, programOf } from '#src/shared/clientProgram.ts'

const engine = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('the program of a client', () => {
  it.each([
    ['ShipFast/4.2 (+https://shipfast.example)', 'ShipFast'],
    ['curl/8.5.0', 'curl'],
    ['python-requests/2.32.3', 'python-requests'],
    ['Nightly backup', 'Nightly'],
    ['(no name)', '(no name)'],
    [`Mozilla/5.0 (X11) ${engine} Chrome/130.0 Safari/537.36`, 'Chrome'],
    [`Mozilla/5.0 (X11) ${engine} Chrome/130.0 Safari/537.36 Edg/130.0`, 'Edge'],
    [`Mozilla/5.0 (X11) ${engine} Chrome/130.0 Safari/537.36 OPR/116.0`, 'Opera'],
    ['Mozilla/5.0 (X11; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox'],
    ['Mozilla/5.0 (compatible; Bot)', 'Mozilla'],
    [null, null],
  ])('of %j is %j', (client, program) => {
    expect(programOf(client)).toBe(program)
  })

  it.each([
    ['python-requests/2.31.0', 'Python requests', '2.31'],
    ['Python-urllib/3.12', 'Python urllib', '3.12'],
    ['PostmanRuntime/7.39.1', 'Postman', '7.39'],
    ['node', 'Node.js', null],
    ['ShipFast v4', 'ShipFast', '4'],
    ['ShipFast/next', 'ShipFast', null],
    ['curl/8.5.0', 'curl', '8.5'],
    ['constructor/1.0', 'constructor', '1.0'],
    ['<b>bold</b>', '<b>bold<', null],
    ['Mozilla/5.0 (compatible; Bot)', 'Mozilla', '5.0'],
  ])('%j is called %s %s', (client, name, version) => {
    expect(programInWords(client)).toEqual({ kind: 'program', name, version })
  })

  it('is a browser, whatever its version', () => {
    const client = `Mozilla/5.0 (X11) ${engine} Chrome/130.0 Safari/537.36 Edg/130.0`
    expect(programInWords(client)).toEqual({ kind: 'browser', name: 'Edge', version: null })
  })

  it('is not known without a header', () => {
    expect(programInWords(null)).toBeUndefined()
  })
})
