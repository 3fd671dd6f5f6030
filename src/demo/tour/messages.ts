import en from '#src/locales/en/tour.json'
import { addMessages, i18n } from '#src/locales/i18n.ts'

// The tour's messages load with the tour, and never with the product.
addMessages(en)

/** Translates the messages of the tour and of the product. The tour finds elements by the product's messages. */
export const { t } = i18n.global
