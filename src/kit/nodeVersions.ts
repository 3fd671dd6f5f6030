/** The Node versions for the package's programs and the Playwright kit: those that can `require` an ES module. */
export const nodeVersions = '^20.19.0 || >=22.12.0'

/** The Node versions for component tests: those of jsdom, Vitest and MSW. */
export const componentNodeVersions = '^22.22.2 || ^24.15.0 || >=26.0.0'
