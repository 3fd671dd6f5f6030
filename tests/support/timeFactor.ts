/**
 * The factor for the timeouts of all test runners, from the environment variable TEST_TIME_FACTOR. Defaults to 1. Increase
 * it on a slow or busy machine.
 */
export const timeFactor = Number(process.env.TEST_TIME_FACTOR ?? 1)
