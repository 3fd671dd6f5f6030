/** The views of a token's details beside the overview, as in the URL. */
export const tokenViews = ['requests', 'activity', 'try-it'] as const
export type TokenView = (typeof tokenViews)[number]
