/** Whether this build includes the mock backend (vite.config.ts). */
declare const __MOCK__: boolean

interface Window {
  /** Controls the demo. Defined once `<html data-demo-ready>` is set; never in a build for a real backend. */
  edeskDemo?: import('#src/mock/demo/demoControl.ts').DemoControl
}
