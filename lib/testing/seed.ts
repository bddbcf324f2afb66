import * as fc from 'fast-check'

/**
 * Random tests are the same in every run, so that a change is never refused for what it did not touch; another seed
 * searches elsewhere: `TOPOFORGE_SEED=random npm run test:unit`. A failure names its seed, and what fails becomes a
 * test by its own name.
 */
const wanted = process.env.TOPOFORGE_SEED ?? '1'
const seed = wanted === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(wanted)
if (!Number.isInteger(seed)) throw new Error(`TOPOFORGE_SEED is "random" or a whole number, not "${wanted}".`)

fc.configureGlobal({ seed })
