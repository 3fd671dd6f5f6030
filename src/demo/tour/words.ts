import en from '#src/locales/en/tour.json'
import { i18n } from '#src/locales/i18n.ts'

// The tour's own words come with it, and never with the product.
i18n.global.mergeLocaleMessage('en', en)

/** The words of the tour, and those of the product: what the tour points at is found by them. */
export const { t } = i18n.global
