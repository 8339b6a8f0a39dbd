import { matchesFixtures } from '../fixtures.ts'
import { exitThisPage } from './exit-this-page.ts'

matchesFixtures('exit-this-page', exitThisPage, {
  testing: 'passes an attribute as true, which ours prints as a name alone and theirs as the word',
})
