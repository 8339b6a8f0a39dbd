import type { Block } from '../../platform/documents/printed-document.ts'
import type { DecisionRecord } from '../charging-review/charging-decision.ts'
import { type HeldMaterial, materialKinds, materialStates, materialUses } from '../material/held-material.ts'

/** "M3 Witness statement (MG11) of Witness 1: account of the evening". */
export function materialWords({ key, kind, title, from }: HeldMaterial, partOf: (person: string) => string): string {
  const whose = from === null ? '' : ` of ${partOf(from)}`
  return `${key} ${materialKinds[kind]}${whose}: ${title}`
}

/** The number of an item: `M10` comes after `M9`. */
const numberOf = ({ key }: HeldMaterial): number => Number(key.replace(/^\D+/, ''))

/** Every item that proves something, once, as it stood when it was last named. */
function materialNamed({ charges }: DecisionRecord): readonly HeldMaterial[] {
  const named = charges.flatMap(({ elements }) => elements.flatMap(({ material }) => material))
  return [...new Map(named.map((item) => [item.key, item])).values()].toSorted((a, b) => numberOf(a) - numberOf(b))
}

export function materialBlocks(record: DecisionRecord, partOf: (person: string) => string): readonly Block[] {
  const named = materialNamed(record)
  return [
    { kind: 'heading', level: 1, text: 'Material named in this decision' },
    named.length === 0
      ? { kind: 'paragraph', text: 'No item of the register is named as proving anything.' }
      : {
          kind: 'table',
          caption: 'Material named in this decision',
          columns: [
            { text: 'Item', share: 1 },
            { text: 'What it is', share: 4 },
            { text: 'Title', share: 4 },
            { text: 'From', share: 2 },
            { text: 'State', share: 2 },
            { text: 'Use', share: 2 },
          ],
          rows: named.map(({ key, kind, title, from, state, use }) => [
            key,
            materialKinds[kind],
            title,
            from === null ? '' : partOf(from),
            materialStates[state],
            materialUses[use],
          ]),
        },
    { kind: 'paragraph', text: 'As it stood in the register when it was named. The register may have changed since.' },
  ]
}
