import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson, areaInstallation } from '../../test/support/accounts.ts'
import { declarePurpose } from './declare-purpose.ts'
import { installationPurpose } from './purpose.ts'

const installation = () => areaInstallation({}, [installationPurpose])

test('an empty installation becomes what its first start says, and stays so', async () => {
  const demonstration = await installation()
  assert.equal(await declarePurpose(demonstration, 'demonstration'), 'demonstration')
  await addPerson(demonstration, 'visitor')
  assert.equal(await declarePurpose(demonstration, 'demonstration'), 'demonstration')
})

test('where somebody has an account already, the first start makes no demonstration of it', async () => {
  const real = await installation()
  await addPerson(real, 'administrator', { roles: ['area-administrator'] })
  await assert.rejects(declarePurpose(real, 'demonstration'), { code: 'installation.has-accounts' })
  assert.equal(await declarePurpose(real, 'work'), 'work')
  assert.equal(await declarePurpose(real, 'demonstration'), 'work')
})
