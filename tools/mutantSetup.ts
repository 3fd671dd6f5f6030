import fc from 'fast-check'

// A mutant must not be killed by chance.
fc.configureGlobal({ seed: 1 })
