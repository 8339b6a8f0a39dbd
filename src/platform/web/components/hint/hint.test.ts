import { matchesFixtures } from '../fixtures.ts'
import { hint } from './hint.ts'

matchesFixtures('hint', hint)
