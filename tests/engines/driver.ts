export type PressedKey = 'Escape' | 'Enter' | 'Tab'

/** What a program that drives a browser has to offer, the same for every engine. */
export interface TabDriver {
  goTo(address: string): Promise<void>
  back(): Promise<void>
  forward(): Promise<void>
  reload(): Promise<void>
  /** Evaluates an expression in the page, and waits for it where it is a promise. */
  evaluate(expression: string): Promise<unknown>
  /** Clicks, with the mouse, on the element that an expression gives. */
  click(expression: string): Promise<void>
  press(key: PressedKey): Promise<void>
  screenshot(): Promise<Uint8Array>
}

/** What a browser keeps, apart from all other profiles. */
export interface Profile {
  newTab(): Promise<TabDriver>
  /** Where what is saved goes. */
  downloads: string
  close(): Promise<void>
}

/**
 * - `plain`: as people have it;
 * - `private`: a private window;
 * - `blocked`: Firefox lets no site keep anything; Chromium and WebKit refuse its cookies.
 */
export type ProfileKind = 'plain' | 'private' | 'blocked'

/** A browser. */
export interface Engine {
  open(kind: ProfileKind): Promise<Profile>
  close(): Promise<void>
}
