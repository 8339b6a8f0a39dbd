import { matchesFixtures } from '../fixtures.ts'
import { phaseBanner, type PhaseBanner } from './phase-banner.ts'

// Some fixtures have no tag, which ours requires: theirs then prints an empty one.
matchesFixtures('phase-banner', (options: Partial<PhaseBanner>) => phaseBanner({ tag: {}, ...options }))
