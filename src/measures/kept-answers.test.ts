import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../platform/web/html.ts'
import { keepAnswers, together } from './kept-answers.ts'

test('who asks while work runs is answered by work that begins after they asked', async () => {
  const waiting: Array<() => void> = []
  let begun = 0
  const ask = together(async () => {
    const mine = (begun += 1)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return mine
  })
  const first = ask()
  const others = [ask(), ask()]
  waiting[0]?.()
  assert.equal(await first, 1)
  await new Promise((resolve) => setImmediate(resolve))
  waiting[1]?.()
  assert.deepEqual(await Promise.all(others), [2, 2])
  assert.equal(begun, 2)
})

test('work that fails does not stop the work after it', async () => {
  let runs = 0
  const ask = together(async () => {
    runs += 1
    if (runs === 1) throw new Error('lost')
    return runs
  })
  const [first, second] = await Promise.allSettled([ask(), ask()])
  assert.equal(first?.status, 'rejected')
  assert.deepEqual(second, { status: 'fulfilled', value: 2 })
})

test('an answer is worked out once for a state of the figures, and again for the next', async () => {
  let stamp = '1'
  let made = 0
  const keep = keepAnswers(async () => stamp)
  const ask = async (key: string) => String(await keep(key, async () => html`<p>${key} ${(made += 1)}</p>`))
  assert.deepEqual([await ask('a'), await ask('a'), await ask('b')], ['<p>a 1</p>', '<p>a 1</p>', '<p>b 2</p>'])
  stamp = '2'
  assert.equal(await ask('a'), '<p>a 3</p>')
})

test('an answer that could not be made is tried again', async () => {
  const keep = keepAnswers(async () => '1')
  await assert.rejects(
    keep('a', () => Promise.reject(new Error('lost'))),
    /lost/,
  )
  assert.equal(String(await keep('a', async () => html`made`)), 'made')
})
