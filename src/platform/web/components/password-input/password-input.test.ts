import { matchesFixtures } from '../fixtures.ts'
import { passwordInput } from './password-input.ts'

matchesFixtures('password-input', passwordInput)
