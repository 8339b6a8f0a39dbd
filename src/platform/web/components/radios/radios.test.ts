import { matchesFixtures } from '../fixtures.ts'
import { radios } from './radios.ts'

matchesFixtures('radios', radios)
