import { matchesFixtures } from '../fixtures.ts'
import { insetText } from './inset-text.ts'

matchesFixtures('inset-text', insetText)
