import { matchesFixtures } from '../fixtures.ts'
import { dateInput } from './date-input.ts'

matchesFixtures('date-input', dateInput)
