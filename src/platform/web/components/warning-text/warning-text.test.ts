import { matchesFixtures } from '../fixtures.ts'
import { warningText } from './warning-text.ts'

matchesFixtures('warning-text', warningText)
