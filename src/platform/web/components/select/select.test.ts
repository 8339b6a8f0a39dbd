import { matchesFixtures } from '../fixtures.ts'
import { select } from './select.ts'

matchesFixtures('select', select, {
  'with falsy values': 'one of its values is false; ours are strings and numbers',
})
