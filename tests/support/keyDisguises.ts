/** The ways in which a key stands in texts: encoded, more than once, or broken by line ends. */
export const keyDisguises: Readonly<Record<string, (key: string) => string>> = {
  'percent-encoded': percent,
  'percent-encoded in its prefix only': (key) => `%65desk%5F${key.slice(6)}`,
  'percent-encoded with small digits': (key) => percent(key).toLowerCase(),
  'percent-encoded twice': (key) => percent(percent(key)),
  'percent-encoded three times': (key) => percent(percent(percent(key))),
  'with %u escapes': (key) => escaped(key, (code) => `%u00${hex(code)}`),
  'with JSON escapes': (key) => escaped(key, (code) => `\\u00${hex(code)}`),
  'with one JSON escape': (key) => `\\u0065${key.slice(1)}`,
  'with escapes of JSON in JSON': (key) => JSON.stringify(`\\u0065${key.slice(1)}`),
  'with escapes of a shell': (key) => escaped(key, (code) => `\\x${hex(code)}`),
  'with octal escapes': (key) => escaped(key, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  'with Markdown’s escape': (key) => key.replace('_', '\\_'),
  'with decimal entities': (key) => escaped(key, (code) => `&#${code};`),
  'with hexadecimal entities': (key) => escaped(key, (code) => `&#x${hex(code)};`),
  'with a named entity': (key) => key.replace('_', '&lowbar;'),
  'with an entity that is encoded again': (key) => key.replace('_', '&amp;#95;'),
  'in Base64': base64,
  'in Base64, one byte later': (key) => base64(`:${key}`),
  'in Base64, two bytes later': (key) => base64(`k=${key}\n`),
  'in Base64 without padding': (key) => base64(key).replaceAll('=', ''),
  'in Base64 after text without a separator': (key) => `key/${base64(key)}`,
  'in URL-safe Base64': (key) =>
    base64(`>>>???${key}???`).replaceAll('+', '-').replaceAll('/', '_'),
  'in Base64 for a URL': (key) => encodeURIComponent(base64(`>>>${key}??`)),
  'in Base64 twice': (key) => base64(`{"auth":"${base64(`edesk:${key}`)}"}`),
  'in Base64 three times': (key) => base64(base64(base64(key))),
  'in Base64 of UTF-16': (key) => base64(utf16(`$key = '${key}'`)),
  'in Base64 of a percent-encoded text': (key) => base64(`a=1&key=${percent(key)}`),
  'in Base64, wrapped as in a secret of Kubernetes': (key) =>
    `data:\n  config: |\n    ${wrapped(base64(`{"url":"x","key":"${key}"}`), 20, '\n    ')}\n`,
  'in Base64, wrapped in a literal': (key) => `"${wrapped(base64(`key: ${key}`), 16, '" +\n  "')}"`,
  'in Basic authentication': (key) => `Authorization: Basic ${base64(`user:${key}`)}`,
  'in hexadecimal digits': (key) => escaped(key, hex),
  'in hexadecimal numbers': (key) => escaped(key, hex).replace(/..(?=.)/g, '$&:'),
  'in hexadecimal numbers of a program': (key) => escaped(key, (code) => `0x${hex(code)}, `),
  'in the JSON of a Buffer': (key) =>
    JSON.stringify(
      { data: Array.from(`${key}\n`, (character) => character.charCodeAt(0)) },
      null,
      2,
    ),
  'in numbers, one per line': (key) => escaped(key, (code) => `${code}\n`),
  'in indented lines of hexadecimal numbers': (key) =>
    wrapped(escaped(key, hex).replace(/..(?=.)/g, '$& '), 24, '\n                    '),
  'in numbers over several lines of a literal': (key) =>
    `'${wrapped(
      escaped(key, (code) => `${code},`.padStart(4)),
      40,
      "' +\n  '",
    )}'`,
  'in hexadecimal digits after others': (key) => `${'0a'.repeat(30)}-${escaped(key, hex)}`,
  'in quoted-printable': (key) => escaped(key, (code) => `=${hex(code)}`),
  'in quoted-printable, after an equals sign': (key) => `KEY=3D${key}`,
  'in quoted-printable, with a soft line end': (key) => `KEY=3D${wrapped(key, 20, '=\r\n')}`,
  'over two lines': (key) => wrapped(key, 21, '\n'),
  'over two lines of Windows': (key) => wrapped(key, 30, '\r\n'),
  'over five indented lines': (key) => wrapped(key, 9, '\n\t    '),
  'over two lines of a quoted email': (key) => wrapped(key, 25, '\n> > '),
  'over two lines of a shell': (key) => wrapped(key, 25, '\\\n  '),
  'over two lines of a literal': (key) => `'${wrapped(key, 25, "' +\n  '")}'`,
  'in two parts on one line': (key) => wrapped(key, 25, '" + "'),
  'over two lines in JSON': (key) => JSON.stringify(wrapped(key, 25, '\n')),
  'over two lines, percent-encoded': (key) => wrapped(key, 25, '%0D%0A'),
  'with invisible characters': (key) => wrapped(key, 8, '\u200B'),
  'with a tag': (key) => key.replace('_', '_<wbr>'),
  'with the colours of a terminal': (key) => key.replace('edesk_', '\u001B[1;31medesk_\u001B[m'),
  'in UTF-16': utf16,
}

function percent(text: string): string {
  return escaped(text, (code) => `%${hex(code)}`)
}

function escaped(text: string, escape: (code: number) => string): string {
  return Array.from(text, (character) => escape(character.charCodeAt(0))).join('')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0')
}

function base64(text: string): string {
  return btoa(text)
}

function utf16(text: string): string {
  return escaped(text, (code) => `${String.fromCharCode(code)}\0`)
}

function wrapped(text: string, length: number, separator: string): string {
  return (text.match(new RegExp(`.{1,${length}}`, 'g')) ?? []).join(separator)
}
