/** Whether this build brings the emulated backend along (vite.config.ts). */
declare const __MOCK__: boolean
