/** Whether this build brings the emulated backend along (vite.config.ts). */
declare const __MOCK__: boolean

interface Window {
  /** The controls of a demo, once `<html data-demo-ready>` is set; never in a build for a real backend. */
  edeskDemo?: import('#src/mock/demo/demoControl.ts').DemoControl
}
