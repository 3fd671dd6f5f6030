/** Whether this build includes the mock backend (vite.config.ts). */
declare const __MOCK__: boolean
