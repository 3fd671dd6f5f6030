export type PressedKey = 'Escape' | 'Enter' | 'Tab'

/** The functions that each engine's driver implements for a tab. */
export interface TabDriver {
  goTo(url: string): Promise<void>
  back(): Promise<void>
  forward(): Promise<void>
  reload(): Promise<void>
  /** Evaluates an expression in the page. If the result is a promise, awaits it. */
  evaluate(expression: string): Promise<unknown>
  /** Clicks with the mouse on the element that an expression returns. */
  click(expression: string): Promise<void>
  press(key: PressedKey): Promise<void>
  screenshot(): Promise<Uint8Array>
}

/** A browser profile, isolated from all others. */
export interface Profile {
  newTab(): Promise<TabDriver>
  /** The folder for downloads. */
  downloads: string
  close(): Promise<void>
}

/**
 * - `plain`: the default settings.
 * - `private`: a private window.
 * - `blocked`: Firefox blocks cookies and all other storage; Chromium and WebKit block cookies.
 */
export type ProfileKind = 'plain' | 'private' | 'blocked'

/** A browser engine that tests can open profiles in. */
export interface Engine {
  open(kind: ProfileKind): Promise<Profile>
  close(): Promise<void>
}
