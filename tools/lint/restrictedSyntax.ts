const day = 'A day depends on the time zone. Use src/shared/businessDay.ts.'
const zoned =
  'The device’s time zone is not the business’s. Use src/shared/businessDay.ts or formatInTimeZone.ts.'
const order = 'Engines sort names differently. Use src/mock/domain/compareNames.ts.'

/** Code that counts days in UTC or in the device's time zone. For `no-restricted-syntax`. */
export const daySyntax = [
  {
    // toISOString().slice(0, 10), and the same on a text that it returned
    selector:
      'CallExpression[callee.property.name=/^(slice|substring|substr)$/][arguments.0.value=0][arguments.1.value=10]',
    message: day,
  },
  { selector: 'CallExpression[callee.property.name="split"][arguments.0.value="T"]', message: day },
  {
    selector:
      'CallExpression[callee.property.name=/^(get(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)|to(Locale)?(Date|Time)String)$/]',
    message: zoned,
  },
]

/** The same, and code that sorts names as one engine does. */
export const dayAndOrderSyntax = [
  ...daySyntax,
  { selector: 'CallExpression[callee.property.name="localeCompare"]', message: order },
  { selector: 'MemberExpression[object.name="Intl"][property.name="Collator"]', message: order },
]

/** Code of the mock that takes the time from the machine. For `no-restricted-syntax`. */
export const clockSyntax = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Use the injected clock.',
  },
]

/** Actions that would wait for a missing element until the test ends, and not say what the page has. For `no-restricted-syntax`. */
export const pageActionSyntax = [
  {
    selector:
      'CallExpression[callee.property.type="Identifier"][callee.property.name=/^(click|dblclick|check|uncheck|fill|press|waitFor|waitForURL)$/]',
    message: 'A page object acts with the functions of src/kit/pages/find.ts.',
  },
]

/** The modules that read a whole list, such as for an export. */
export const wholeListModules = [
  'src/features/**/export/**',
  'src/features/**/*[eE]xport*',
  'src/features/**/read*.ts',
]

/** Reading a list by page numbers: pages shift when items are added or deleted meanwhile. For `no-restricted-syntax`. */
export const pagingSyntax = [
  {
    selector: 'Property[key.name=/^(page|offset)$/]',
    message: 'Pages shift while a list changes. Read items by id, or those before the last one.',
  },
]
