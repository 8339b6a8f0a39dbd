import { matchesFixtures } from '../fixtures.ts'
import { textarea } from './textarea.ts'

matchesFixtures('textarea', textarea)
