import { matchesFixtures } from '../fixtures.ts'
import { errorMessage } from './error-message.ts'

matchesFixtures('error-message', errorMessage)
