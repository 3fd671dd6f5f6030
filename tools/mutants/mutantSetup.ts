import fc from 'fast-check'

// A fixed seed: random values must not decide whether a test kills a mutant.
fc.configureGlobal({ seed: 1 })
