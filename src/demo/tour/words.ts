import en from '#src/locales/en/tour.json'
import { addWords, i18n } from '#src/locales/i18n.ts'

// The tour's own words come with it, and never with the product.
addWords(en)

/** The words of the tour, and those of the product: what the tour points at is found by them. */
export const { t } = i18n.global
