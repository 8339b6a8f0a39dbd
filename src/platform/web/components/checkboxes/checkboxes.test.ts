import { matchesFixtures } from '../fixtures.ts'
import { checkboxes } from './checkboxes.ts'

matchesFixtures('checkboxes', checkboxes)
