import { matchesFixtures } from '../fixtures.ts'
import { input } from './input.ts'

matchesFixtures('input', input)
