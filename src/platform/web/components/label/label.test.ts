import { matchesFixtures } from '../fixtures.ts'
import { label } from './label.ts'

matchesFixtures('label', label)
