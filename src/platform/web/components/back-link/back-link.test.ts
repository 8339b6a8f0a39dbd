import { matchesFixtures } from '../fixtures.ts'
import { backLink } from './back-link.ts'

matchesFixtures('back-link', backLink)
