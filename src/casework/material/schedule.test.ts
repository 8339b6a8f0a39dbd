import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attachmentHeader, fileName, sizeWords } from './file-words.ts'
import type { SeenMaterial } from './read-material.ts'
import { scheduleCsv, scheduleLines } from './schedule.ts'

const item = (key: string, change: Partial<SeenMaterial>): SeenMaterial => ({
  key,
  kind: 'log',
  title: 'Incident log',
  description: 'Call at 7.42pm',
  state: 'received',
  use: 'unused',
  from: null,
  exhibitReference: null,
  stateReason: null,
  useReason: null,
  dueAt: null,
  withdrawnReason: null,
  ...change,
})

const register = [
  item('M1', { use: 'evidence' }),
  item('M2', {}),
  item('M3', { use: 'unused-sensitive', useReason: 'An informant' }),
  item('M4', { use: 'undecided' }),
  item('M5', { state: 'missing', exhibitReference: 'QE/1' }),
  item('M6', { use: 'not-relevant' }),
]

test('MG6C lists what is unused and not sensitive, numbered from 1, and MG6D what is sensitive, with the reason', () => {
  const short = (schedule: 'mg6c' | 'mg6d') =>
    scheduleLines(schedule, register).map(({ number, item, held, reason }) => [number, item, held, reason])
  assert.deepEqual(short('mg6c'), [
    [1, 'M2', '', null],
    [2, 'M5', 'Missing', null],
  ])
  assert.deepEqual(short('mg6d'), [[1, 'M3', '', 'An informant']])
})

test('nothing of what is sensitive, nor why, is on MG6C', () => {
  const withReason = [item('M1', { useReason: 'Thought to be about an informant' }), ...register]
  assert.doesNotMatch(scheduleCsv('mg6c', scheduleLines('mg6c', withReason)), /informant|M3|sensitive/)
})

test('a schedule as CSV keeps quotes and lines, and no cell is a formula', () => {
  const wild = [item('M1', { title: '=HYPERLINK("http://elsewhere")', description: 'She said "no",\nthen left' })]
  assert.equal(
    scheduleCsv('mg6c', scheduleLines('mg6c', wild)),
    '\uFEFF"Number","Item","Exhibit reference","Title","Description","If not held"\r\n' +
      '"1","M1","","\'=HYPERLINK(""http://elsewhere"")","She said ""no"",\nthen left",""\r\n',
  )
})

test('a file keeps its own name, without folders or signs that cannot be seen, and not too long', () => {
  assert.equal(fileName('C:\\evidence\\statement.pdf'), 'statement.pdf')
  assert.equal(fileName('../../etc/passwd'), 'passwd')
  assert.equal(fileName('state\u202Efdp.exe\r\n'), 'statefdp.exe')
  const long = fileName(`${'x'.repeat(300)}.docx`)
  assert.deepEqual([long.length, long.slice(-5)], [200, '.docx'])
  const pictures = fileName(`a${'😀'.repeat(200)}.pdf`)
  assert.ok(pictures.isWellFormed())
  assert.match(attachmentHeader(pictures), /%F0%9F%98%80\.pdf$/)
})

test('a name cannot break out of the header that carries it', () => {
  assert.equal(
    attachmentHeader('a"; filename=evil.html\r\nX: "é\'.pdf'),
    `attachment; filename="a_filename_evil.html_X_e_.pdf"; filename*=UTF-8''a%22%3B%20filename%3Devil.html%0D%0AX%3A%20%22%C3%A9%27.pdf`,
  )
})

test('a size is said in the largest unit of which there is one, rounded up', () => {
  const sizes = [0, 1, 601, 1023, 1024, 1025, 1_048_575, 1_048_576, 4 * 1_048_576, 5_000_000_000]
  assert.deepEqual(sizes.map(sizeWords), [
    '0 bytes',
    '1 byte',
    '601 bytes',
    '1,023 bytes',
    '1 KB',
    '2 KB',
    '1,024 KB',
    '1 MB',
    '4 MB',
    '4.7 GB',
  ])
})
