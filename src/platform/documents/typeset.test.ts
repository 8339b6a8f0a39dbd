import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPdf } from '../../../test/support/pdf.ts'
import { parseLocalDate } from '../../calendar/local-date.ts'
import type { Block, PrintedDocument } from './printed-document.ts'
import { typeset, typesetOn } from './typeset.ts'

const document = (blocks: readonly Block[], title = 'A document'): PrintedDocument => ({
  title,
  caption: 'For the test',
  date: parseLocalDate('2026-04-07'),
  marking: 'Handle with care',
  reference: 'Test 1',
  blocks,
})

/** The words of a document that says these things, each in every kind of block. */
async function wordsOf(...texts: readonly string[]): Promise<string> {
  const blocks: readonly Block[] = texts.flatMap((text): readonly Block[] => [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 2, text },
    { kind: 'paragraph', label: text, text },
    { kind: 'list', items: [text] },
    { kind: 'facts', rows: [[text, text]] },
    { kind: 'note', text },
    { kind: 'table', caption: 'A table', columns: [{ text, share: 1 }], rows: [[text]] },
  ])
  return readPdf(await typeset(document(blocks))).words
}

/** Each text stands ten times: twice in the paragraph, the facts and the table, and once in all else. */
const times = (words: string, text: string): number =>
  words.replaceAll(' ', '').split(text.replaceAll(' ', '')).length - 1

test('a document is tagged, has its title and language, and says that it is PDF/UA-1', async () => {
  const { structure, metadata } = readPdf(await typeset(document([{ kind: 'paragraph', text: 'Words' }], 'The title')))
  assert.match(structure, /\/StructTreeRoot \d+ 0 R/)
  assert.match(structure, /\/Marked true/)
  assert.match(structure, /\/Lang \(en-GB\)/)
  assert.match(structure, /\/Title \(The title\)/)
  assert.match(structure, /\/DisplayDocTitle true/)
  assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>/)
  assert.match(metadata, /<dc:title>.*The title/)
  assert.match(metadata, /<xmp:CreateDate>2026-04-07T/)
})

test('headings, lists and the heads of tables are tagged as what they are', async () => {
  const pdf = await typeset(
    document([
      { kind: 'heading', level: 1, text: 'Part' },
      { kind: 'heading', level: 2, text: 'Section' },
      { kind: 'list', items: ['One'] },
      { kind: 'table', caption: 'A table', columns: [{ text: 'Item', share: 1 }], rows: [['M1']] },
    ]),
  )
  const { structure } = readPdf(pdf)
  for (const tag of ['H1', 'H2', 'H3', 'L', 'LI', 'Table', 'TH', 'TD'])
    assert.match(structure, new RegExp(`/S /${tag}\\b`), tag)
})

test('words that look like code are words', async () => {
  const hostile = [
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    '#panic("stop")',
    '*bold* _slanted_ $x^2$ `raw` = heading',
    'a "quoted" \\ back\\slash \\u{41} </p> <label> @reference',
    '", "title": "another',
    '#{sys.inputs}',
  ]
  const words = await wordsOf(...hostile)
  for (const text of hostile) assert.equal(times(words, text), 10, text)
})

test('a word longer than the line is broken and loses nothing', async () => {
  const word = 'x'.repeat(300)
  assert.equal(times(await wordsOf(word), word), 10)
})

test('right-to-left words are there, drawn from the right', async () => {
  const words = await wordsOf('שלום')
  assert.equal(times(words, 'םולש'), 10)
})

test('a character that no font has is shown by its number, and all else stands', async () => {
  const words = await wordsOf('before \u{F0000} after')
  assert.equal(times(words, 'before [U+F0000] after'), 10)
})

test('a mark that no font can set on a letter is shown by its number, and the letter stands wherever it is', async () => {
  for (const text of ['a1\u20E3a', 'a\u20D0 data', '1\uFE0F\u20E3 date kind'])
    assert.equal(times(await wordsOf(text), text.replaceAll(/\p{M}/gu, numbered)), 10, text)
})

const numbered = (mark: string): string => `[U+${mark.codePointAt(0)!.toString(16).toUpperCase()}]`

test('each line of a text is a line of its own', async () => {
  const { words } = readPdf(await typeset(document([{ kind: 'paragraph', text: 'one\n\ntwo\r\nthree' }])))
  assert.match(words, /one two three/)
})

test('a document of many pages says on each which it is', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`M${index + 1}`])
  const { words, pages } = readPdf(
    await typeset(document([{ kind: 'table', caption: 'A table', columns: [{ text: 'Item', share: 1 }], rows }])),
  )
  assert.ok(pages > 2)
  assert.ok(words.includes(`Page ${pages} of ${pages}`))
  assert.equal(words.split('Handle with care').length - 1, pages)
})

test('documents asked for at once are each their own, and one that fails stops no other', async () => {
  const results = await Promise.allSettled([
    typeset(document([], 'First')),
    typeset({ ...document([]), date: 'never' as never }),
    typeset(document([], 'Third')),
  ])
  assert.equal(results[1]?.status, 'rejected')
  for (const [index, title] of [
    [0, 'First'],
    [2, 'Third'],
  ] as const) {
    const result = results[index]
    assert.ok(result?.status === 'fulfilled')
    assert.ok(readPdf(result.value).words.includes(title))
  }
})

/** A thread that does with a document what its title says. */
const obedient = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ job, document: { title } }) => {
      if (title === 'throw') throw new Error('The thread broke')
      if (title === 'exit') process.exit(3)
      if (title === 'hang') for (;;);
      const end = Date.now() + 250
      while (title === 'slow' && Date.now() < end);
      parentPort.postMessage({ job, pdf: new TextEncoder().encode(title) })
    })`)}`,
)

const titled = (title: string) => document([], title)

test('a thread that breaks or ends fails what waits for it, and the next document has another thread', async () => {
  const set = typesetOn(obedient, 10_000)
  for (const [title, words] of [
    ['throw', /The thread broke/],
    ['exit', /thread that sets documents ended/],
  ] as const) {
    assert.equal(String(await set(titled('before it'))), 'before it')
    const broken = set(titled(title))
    const behind = set(titled('behind it'))
    await Promise.all([assert.rejects(broken, words), assert.rejects(behind)])
    assert.equal(String(await set(titled('after it'))), 'after it')
  }
})

test('a document that never ends is given up, and what is asked for from then on has another thread', async () => {
  const set = typesetOn(obedient, 2000)
  const endless = set(titled('hang'))
  await assert.rejects(endless, /thread that sets documents ended/)
  assert.equal(String(await set(titled('after it'))), 'after it')
})

test('each document has the whole time, however many are asked for before it', async () => {
  const set = typesetOn(obedient, 2000)
  await set(titled('the thread has started'))
  const all = await Promise.all(Array.from({ length: 12 }, () => set(titled('slow'))))
  assert.equal(all.length, 12)
})
