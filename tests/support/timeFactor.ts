/**
 * How many times as long as on a quiet machine a test may take: the environment variable TEST_TIME_FACTOR, 1 by default.
 * The limits of every test runner are multiplied by it.
 */
export const timeFactor = Number(process.env.TEST_TIME_FACTOR ?? 1)
