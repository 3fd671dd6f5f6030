/** What the actions of a token do to it at once, without a page of their own. */
export type TokenAction = 'pause' | 'resume' | 'delete'
