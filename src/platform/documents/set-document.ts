import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedDocument } from './printed-document.ts'
import { settable, withoutMissing } from './set-text.ts'

/** The compiler can read no other folder, and this one holds nothing but the template. It has no network. */
const workspace = path.join(import.meta.dirname, 'template')
const template = path.join(workspace, 'document.typ')
/** What a document says, where the template finds it. The file is in memory only. */
const dataFile = path.join(workspace, 'document.json')

/** The compiler names all the characters that it lacks at once, so the second go is mostly the last. */
const mostGoes = 5

/** Sets documents in type, one after the other: about 6 ms a page, in which nothing else runs on the thread. */
export class Typesetter {
  readonly #compiler = NodeCompiler.create({ workspace })

  /**
   * The document as a PDF that a screen reader can read: tagged, with its title and language, held to PDF/UA-1 by the
   * compiler, which refuses what is not. A character that no font at hand has is shown by its number.
   */
  set(document: PrintedDocument): Buffer {
    let missing: readonly string[] = []
    const said = (text: string): string => missing.reduce(withoutMissing, settable(text))
    for (let go = 1; ; go += 1) {
      try {
        const data = JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? said(value) : value))
        this.#compiler.mapShadow(dataFile, Buffer.from(data))
        return this.#compiler.pdf({ mainFilePath: template }, { pdfStandard: 'ua-1', pdfTags: true })
      } catch (error) {
        const found = missingIn(error)
        if (found.length === 0 || go === mostGoes) throw error
        missing = [...missing, ...found]
      } finally {
        this.#compiler.resetShadow()
        this.#compiler.evictCache(10)
      }
    }
  }
}

/** What the compiler says that no font could show: "the text `\"漢\"` could not be displayed". */
const notDisplayed = /the text `\\?"(.+?)\\?"` could not be displayed/gu

function missingIn(error: unknown): readonly string[] {
  const message = error instanceof Error ? error.message : ''
  const texts = [...message.matchAll(notDisplayed)].map(([, text = '']) =>
    text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16))),
  )
  return [...new Set(texts)].toSorted((a, b) => b.length - a.length)
}
