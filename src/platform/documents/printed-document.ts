import type { LocalDate } from '../../calendar/local-date.ts'

/**
 * A document for paper or for a file: what it says, never how it looks. Every text in it is data. None of it can be
 * markup, so nobody's words can be code.
 */
export type PrintedDocument = {
  readonly title: string
  /** Above the title, such as what kind of document it is. */
  readonly caption: string
  /** The day of the document, for its properties. */
  readonly date: LocalDate
  /** At the top of every page: on the left how it is handled, on the right what it is about. */
  readonly marking: string
  readonly reference: string
  readonly blocks: readonly Block[]
}

/** Text keeps its line ends: each line is a paragraph of its own. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly label?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A word and what it stands for, one under the other: "Decided on", "Tuesday 7 April 2026". */
  | { readonly kind: 'facts'; readonly rows: ReadonlyArray<readonly [string, string]> }
  /** What a reader must not miss, in a frame. */
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'table'
      /** What it shows, for those who hear the page read out. */
      readonly caption: string
      readonly columns: readonly Column[]
      /** As many texts in each row as there are columns. */
      readonly rows: ReadonlyArray<readonly string[]>
    }

/** `share` is the part of the width that a column takes, against the shares of the others. */
export type Column = { readonly text: string; readonly share: number }
