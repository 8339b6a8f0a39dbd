import { matchesFixtures } from '../fixtures.ts'
import { fieldset } from './fieldset.ts'

matchesFixtures('fieldset', fieldset)
