import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testInstallation } from '../../test/support/database.ts'
import { testMoment, testSite } from '../../test/support/web.ts'
import { agency } from '../agencies/agency.ts'
import { loadAgencies } from '../agencies/load-agencies.ts'
import { permissions } from '../agencies/permissions.ts'
import { paths } from '../paths.ts'
import { loadAreaPlan } from './load-plan.ts'
import { planDecider } from './plan.ts'
import { planRoutes } from './routes.ts'

const body = 'pcc-thames-valley'

async function planSite() {
  const installation = await testInstallation([agency, planDecider])
  await loadAgencies(installation.record, { actor: 'test', at: testMoment })
  await loadAreaPlan(installation, testMoment)
  return testSite(installation, [planRoutes], { permissions: Object.keys(permissions) })
}

const text = (page: { body: string }): string => page.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('without a plan the page says what will stand there', async () => {
  const site = await testSite(await testInstallation([planDecider]), [planRoutes], {
    permissions: Object.keys(permissions),
  })
  const page = await site.browser().get(paths.plan)
  assert.equal(page.statusCode, 200)
  assert.match(text(page), /No plan has been published here yet/)
})

test('the plan shows six objectives, what measures them, and which statutory contents are missing', async () => {
  const site = await planSite()
  const page = await site.browser().get(paths.plan)
  assert.equal(page.statusCode, 200)
  assert.match(text(page), /Police and Crime Commissioner for Thames Valley/)
  for (const title of ['Cut crimes of most concern', 'Increase visible presence', 'protect the front line']) {
    assert.match(text(page), new RegExp(title))
  }
  assert.match(text(page), /2 of 6 are set out\. Missing: \(b\), \(c\), \(d\), \(f\)\./)
  assert.match(text(page), /No measure yet\. No open figures on patrols/)
})

test('loading the area again changes nothing', async () => {
  const site = await planSite()
  const before = await site.installation.record.read(planDecider, 'thames-valley-2011-2014')
  await loadAreaPlan(site.installation, testMoment)
  assert.deepEqual(await site.installation.record.read(planDecider, 'thames-valley-2011-2014'), before)
})

test('an objective that the plan does not have is not found', async () => {
  const site = await planSite()
  assert.equal((await site.browser().get(paths.objective('1'))).statusCode, 200)
  assert.equal((await site.browser().get(paths.objective('7'))).statusCode, 404)
})

test('a plan manager of the body links a measure and takes it away with a reason', async () => {
  const site = await planSite()
  const manager = site.signedIn(['plan.write', 'measures.read'], { agency: body })
  const linked = await manager.post(
    paths.deskObjectiveLink('2'),
    { measure: 'outcomes-completed' },
    paths.deskObjective('2'),
  )
  assert.equal(linked.statusCode, 303)
  assert.match(text(await site.browser().get(paths.objective('2'))), /Completed prosecutions/)
  const unlink = paths.deskObjectiveUnlink('2', 'outcomes-completed')
  const refused = await manager.post(unlink, { reason: ' ' })
  assert.equal(refused.statusCode, 400)
  assert.match(text(refused), /There is a problem Enter the reason for taking the measure away/)
  assert.equal((await manager.post(unlink, { reason: 'It measures courts, not patrols' })).statusCode, 303)
  assert.match(text(await site.browser().get(paths.objective('2'))), /No measure yet/)
})

test('a form keeps what was typed when it is not accepted', async () => {
  const site = await planSite()
  const manager = site.signedIn(['plan.write', 'measures.read'], { agency: body })
  const page = await manager.post(paths.deskPlanContent('b'), { text: 'Neighbourhood teams', source: '' })
  assert.equal(page.statusCode, 400)
  assert.match(page.body, /Neighbourhood teams/)
  assert.match(text(page), /Enter where in the plan it stands/)
})

test('a statutory content is set out, shown at once, and withdrawn', async () => {
  const site = await planSite()
  const manager = site.signedIn(['plan.write', 'measures.read'], { agency: body })
  await manager.post(paths.deskPlanContent('b'), { text: 'Neighbourhood teams', source: 'page 12' })
  assert.match(text(await site.browser().get(paths.plan)), /3 of 6 are set out\. Missing: \(c\), \(d\), \(f\)\./)
  await manager.post(paths.deskPlanContentWithdraw('b'), { reason: 'Read wrongly' }, paths.deskPlanContent('b'))
  assert.match(text(await site.browser().get(paths.plan)), /2 of 6/)
})

test('another body cannot change the plan, and nothing of it is recorded', async () => {
  const site = await planSite()
  const other = site.signedIn(['plan.write', 'measures.read'], { agency: 'pcc-hertfordshire' })
  const answer = await other.post(paths.deskPlanContent('b'), { text: 'Ours', source: 'page 1' })
  assert.equal(answer.statusCode, 409)
  assert.match(text(answer), /Only the body whose plan this is may change it/)
  assert.doesNotMatch(text(await site.browser().get(paths.plan)), /Ours/)
})

test('who may not write the plan is told so, and the public is not let in', async () => {
  const site = await planSite()
  const reader = site.signedIn(['measures.read'], { agency: body })
  assert.equal((await reader.get(paths.deskPlan)).statusCode, 200)
  assert.equal((await reader.get(paths.deskObjective('1'))).statusCode, 403)
  assert.equal((await site.browser().get(paths.deskPlan)).statusCode, 303)
})

test('the objectives content has no form: it is set out by stating objectives', async () => {
  const site = await planSite()
  const manager = site.signedIn(['plan.write', 'measures.read'], { agency: body })
  assert.equal((await manager.get(paths.deskPlanContent('a'))).statusCode, 404)
})
