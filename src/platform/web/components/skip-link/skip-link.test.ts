import { matchesFixtures } from '../fixtures.ts'
import { skipLink } from './skip-link.ts'

matchesFixtures('skip-link', skipLink)
