import { inflateSync } from 'node:zlib'

/** A PDF as a test reads it: its words in the order in which they are drawn, and all else as it stands in the file. */
export type ReadPdf = {
  /** Words of one page after the other, with one space wherever there was any. A line's end is a space, too. */
  readonly words: string
  /** The file with its objects, without what streams hold. */
  readonly structure: string
  /** The description of the file that search engines and checkers read. */
  readonly metadata: string
  readonly pages: number
}

/** Reads a PDF of the kind that our documents are: objects one by one, fonts that say what their glyphs stand for. */
export function readPdf(pdf: Buffer): ReadPdf {
  const raw = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, number = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(number, body)
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  const words = pages.map((page) => wordsOfPage(page, objects)).join(' ')
  return {
    words: words.replaceAll('\u200B', '').replaceAll(/\s+/g, ' '),
    structure: [...objects.values()].map((body) => body.replace(/\bstream\n[\s\S]*$/, '')).join('\n'),
    metadata: Buffer.from(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? '', 'latin1').toString('utf8'),
    pages: pages.length,
  }
}

const bodyOf = (objects: ReadonlyMap<string, string>, number: string | undefined): string =>
  objects.get(number ?? '') ?? ''

/** What a stream holds, unpacked. Packed bytes may look like anything, so their number says where they end. */
function streamOf(body: string): string {
  const start = /\bstream\r?\n/.exec(body)
  const length = Number(/\/Length (\d+)/.exec(body)?.[1])
  if (!start) return ''
  const from = start.index + start[0].length
  const packed = body.slice(from, from + length)
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed
}

function wordsOfPage(page: string, objects: ReadonlyMap<string, string>): string {
  const resources = bodyOf(objects, /\/Resources (\d+) 0 R/.exec(page)?.[1]) + page
  const fontList = /\/Font (\d+) 0 R/.exec(resources)?.[1]
  const fontNames =
    fontList === undefined ? (/\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '') : bodyOf(objects, fontList)
  const glyphs = new Map(
    [...fontNames.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number]) => {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(bodyOf(objects, number))?.[1]
      return [name, glyphsOf(streamOf(bodyOf(objects, unicode)))]
    }),
  )
  const drawn = streamOf(bodyOf(objects, /\/Contents (\d+) 0 R/.exec(page)?.[1]))
  let font: ReadonlyMap<number, string> | undefined
  let words = ''
  for (const [, name, array, single] of drawn.matchAll(
    /\/(\w+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]()])*)\] TJ|(\((?:\\[\s\S]|[^\\)])*\)) Tj/g,
  )) {
    if (name !== undefined) font = glyphs.get(name)
    else words += ` ${shown(array ?? single ?? '', font)}`
  }
  return words
}

/** What each glyph of a font stands for, from its "ToUnicode" table. */
function glyphsOf(table: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, list = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of list.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      glyphs.set(Number.parseInt(code, 16), fromUtf16(text))
  }
  for (const [, list = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16)
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        glyphs.set(code, String.fromCodePoint((fromUtf16(text).codePointAt(0) ?? 0) + code - first))
    }
  }
  return glyphs
}

const fromUtf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The text of what one operator draws: strings of two bytes for each glyph. */
function shown(operand: string, font: ReadonlyMap<number, string> | undefined): string {
  let text = ''
  for (const [, string = ''] of operand.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)) {
    const bytes = string.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    )
    for (let index = 0; index + 1 < bytes.length; index += 2)
      text += font?.get(bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1)) ?? '?'
  }
  return text
}
