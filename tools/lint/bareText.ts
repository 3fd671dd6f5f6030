/** Attributes and props that people read or hear. */
const textAttributes = [
  ...['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-placeholder'],
  ...['aria-roledescription', 'aria-valuetext', 'data-label', 'label', 'text', 'hint', 'heading'],
  ...['description', 'summary', 'caption', 'message', 'messages', 'prefix', 'suffix', 'subtitle'],
  ...['no-data-text', 'error-messages'],
]

const message = 'Write the text into src/locales.'

/** Signs, names and code that are the same in every language. */
const sameEverywhere = '( ) [ ] / · • – — → ← … , : + = * # eDesk operationId /v1'.split(' ')

/** For `vue/no-bare-strings-in-template`. */
export const bareStrings = { attributes: { '/.+/': textAttributes }, allowlist: sameEverywhere }

const letters = String.raw`/\p{L}{2}/u`

/** Texts that an expression of a template returns, which the rule above does not read. For `vue/no-restricted-syntax`. */
export const templateTextSyntax = [
  'VElement > VExpressionContainer',
  `VAttribute[directive=true][key.argument.name=/^(${textAttributes.join('|')})$/] > VExpressionContainer`,
]
  .flatMap((place) => [
    place,
    `${place} > ConditionalExpression`,
    `${place} > LogicalExpression`,
    `${place} > BinaryExpression[operator='+']`,
  ])
  .flatMap((place) => [
    { selector: `${place} > Literal[value=${letters}]`, message },
    { selector: `${place} > TemplateLiteral > TemplateElement[value.raw=${letters}]`, message },
  ])

/** The folders whose code shows texts. */
export const textFolders = ['src/{app,demo,features,session,ui}/**']

/** The examples in the API reference, and names of carriers. */
export const foreignTexts = [
  'src/features/api-reference/samples.ts',
  'src/features/shipping-app/carriers.ts',
]

const sentence = String.raw`/^\p{Lu}[\p{L}’']* [\p{L}\d]/u`

/** Sentences in code, except messages of errors for developers. For `no-restricted-syntax`. */
export const sentenceSyntax = [
  { selector: `:not(NewExpression[callee.name=/Error$/]) > Literal[value=${sentence}]`, message },
  {
    selector: `:not(NewExpression[callee.name=/Error$/]) > TemplateLiteral > TemplateElement:first-child[value.raw=${sentence}]`,
    message,
  },
]
