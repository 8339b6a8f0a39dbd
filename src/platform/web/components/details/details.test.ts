import { matchesFixtures } from '../fixtures.ts'
import { details } from './details.ts'

matchesFixtures('details', details)
