import { matchesFixtures } from '../fixtures.ts'
import { button } from './button.ts'

matchesFixtures('button', button)
