import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { progressOn } from './progress.ts'

function screen(isTTY: boolean) {
  let text = ''
  let clock = 1_000_000
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  const progress = progressOn(Object.assign(stream, { isTTY }), () => clock)
  return { progress, pass: (ms: number) => (clock += ms), text: () => text }
}

test('on a terminal there is one line with a bar, drawn again ten times a second at most', () => {
  const { progress, pass, text } = screen(true)
  progress.at(1, 4, 'files')
  progress.at(2, 4, 'files')
  pass(100)
  progress.at(3, 4, 'files')
  progress.done('4 files')
  assert.equal(text().split('\r').length, 4)
  assert.match(text(), /█{8}░{22} 1 of 4 files/)
  assert.doesNotMatch(text(), /2 of 4/)
  assert.ok(text().endsWith('4 files\n'))
})

test('in a log there is a line every five seconds, and the last', () => {
  const { progress, pass, text } = screen(false)
  progress.at(1, null, 'entries')
  pass(5000)
  progress.at(12_345, null, 'entries')
  pass(100)
  progress.at(12_400, null, 'entries')
  progress.done('12,400 entries')
  assert.equal(text(), '12,345 entries\n12,400 entries\n')
})
