import { paths } from '../../paths.ts'
import { pageOf } from '../../platform/access/paging.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import {
  type MaterialKind,
  type MaterialState,
  type MaterialUse,
  materialKinds,
  materialStates,
  materialUses,
} from './held-material.ts'

/** What is shown of a register: items in one state, those whose answer is late, or those that were withdrawn. */
export type MaterialView = MaterialState | 'late' | 'withdrawn'

/** What the address of a register asks for. Every filter narrows what the others leave. */
export type MaterialQuery = {
  /** Null for everything that was not withdrawn. */
  readonly view: MaterialView | null
  readonly kind: MaterialKind | null
  readonly use: MaterialUse | null
  /** Words in the number, title, description or exhibit reference. */
  readonly words: string
  readonly page: number
}

export const wholeRegister: MaterialQuery = { view: null, kind: null, use: null, words: '', page: 1 }

const longest = 100

const keyIn = <Key extends string>(list: Readonly<Record<Key, unknown>>, text: string): Key | null =>
  (Object.keys(list) as Key[]).find((key) => key === text) ?? null

const views = { ...materialStates, late: '', withdrawn: '' }

/** Reads the query of an address. What is not understood is left out: a link that somebody shortened still works. */
export const parseMaterialQuery = (sent: Sent): MaterialQuery => ({
  view: keyIn(views, textOf(sent, 'view')),
  kind: keyIn(materialKinds, textOf(sent, 'kind')),
  use: keyIn(materialUses, textOf(sent, 'use')),
  words: textOf(sent, 'words').slice(0, longest),
  page: pageOf(sent),
})

export function materialPath(caseId: string, { view, kind, use, words, page }: MaterialQuery): string {
  const kept = { view: view ?? '', kind: kind ?? '', use: use ?? '', words, page: page > 1 ? String(page) : '' }
  const query = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== ''))
  return query.size > 0 ? `${paths.deskCaseMaterial(caseId)}?${String(query)}` : paths.deskCaseMaterial(caseId)
}

export const isNarrowed = ({ kind, use, words }: MaterialQuery): boolean => Boolean(kind || use || words)
