const familyEmoji = '👩‍👩‍👧‍👦'
const longWord = 'Lieferkettensorgfaltspflichtendokumentationssystem'

/** Valid token names that are hard to display, each with a similarly difficult description. */
export const difficultNames: readonly (readonly [name: string, description: string])[] = [
  ['متتبّع الشحنات', 'يرسل رقم التتبع لكل طرد يغادر المستودع، حتى يرى الموظفون مكان الطلب.'],
  ['מערכת משלוחים', 'שולחת מספרי מעקב (API v1) עבור כל חבילה שיוצאת מהמחסן.'],
  [
    'ShipFast שילוח 24/7 (بريد)',
    'Left to right, then מימין לשמאל, then 123-456, ثم العربية, and back.',
  ],
  // U+202E reverses the text after it; U+2066 and U+2067 start an isolate that is never closed.
  ['Invoice \u202Efdp.exe', 'Looks like another kind of file: \u202Efdp.eciovni'],
  ['\u2067Isolated, \u2066and never closed', 'What comes after it\u2067 must not be turned round.'],
  [repeatTo(longWord, 80), repeatTo(longWord, 500)],
  ['W'.repeat(80), repeatTo('As long as it may be, in short words. ', 499) + '!'],
  ['📦🚚💨 🇮🇪 🏳️‍🌈', '👍🏽 ❤️‍🔥 1️⃣'],
  [familyEmoji.repeat(80), `${familyEmoji.repeat(250)}\n${familyEmoji.repeat(249)}`],
  [withMarks('Tally'), withMarks('Counts, with marks that reach into the lines around it.')],
  ['<img src=x onerror=alert(1)>', '<script>alert(document.cookie)</script> <b>&amp;</b> ]]>'],
  ['{{ 7 * 7 }} {name} @:app.title | %s', '{{ constructor.constructor("alert(1)")() }} ${7*7} {0}'],
  ['—!?… (“”)', '——'],
  [
    '追跡システム「速達」배송추적',
    '出荷した荷物の追跡番号を送信し、担当者が注文の場所を確認できるようにします。',
  ],
  ['ระบบจัดส่งสินค้าและติดตามพัสดุ', 'ส่งหมายเลขติดตามของพัสดุทุกชิ้นที่ออกจากคลังสินค้า'],
  ['ShipFаst', 'Its “а” is Cyrillic.'],
  ['null', ''],
  ['../%2e%2e/new?#', '\\ " \' ` ; --'],
  ['i', 'One letter.'],
]

function repeatTo(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

/** Adds combining marks above, below and through each character. */
function withMarks(text: string): string {
  return Array.from(text, (character) => `${character}\u0301\u0308\u0323\u0336`).join('')
}
