import config from '/work/wt/kit/playwright.config.ts'
const { webServer: _, ...rest } = config
export default { ...rest, testDir: '/work/wt/kit/tests/e2e', outputDir: '/tmp/kit-results', reporter: 'line' }
