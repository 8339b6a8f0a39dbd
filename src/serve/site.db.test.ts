import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { testSite } from '../../test/support/web.ts'
import { roles } from '../agencies/roles.ts'
import { loadArea } from '../demonstration/load.ts'
import { deciders, routes } from '../features.ts'
import { progressOn } from '../platform/command-line/progress.ts'
import { siteOf } from './site.ts'

const installation = await testInstallation(deciders)
await loadArea(installation, progressOn(process.stderr))
const { identify: _, keepLook: __, log: ___, ...whole } = siteOf(installation, routes, true)
const site = await testSite(installation, whole.routes, whole)

test('every link of the public navigation and the footer leads somewhere', async () => {
  for (const { href } of [...whole.navigation.public, ...whole.footer, { href: whole.places.signIn }]) {
    assert.equal((await site.browser().get(href)).statusCode, 200, href)
  }
})

test('whatever their role, people see only links of the work space that they may follow', async () => {
  for (const [name, { permissions }] of Object.entries(roles)) {
    const browser = site.signedIn(permissions)
    const held: readonly string[] = permissions
    for (const { href, ...link } of whole.navigation.work) {
      if ('permission' in link && !held.includes(link.permission ?? '')) continue
      assert.equal((await browser.get(href)).statusCode, 200, `${href} as ${name}`)
    }
  }
})
