import '../../src/features.ts'
import { allDutyRules, type DutyRule } from '../../src/duties/rules.ts'
import { allRefusals } from '../../src/platform/refusal.ts'

/** The documents that are written from the code: file → content. `npm run docs` writes them; a test compares. */
export const catalogues = (): Readonly<Record<string, string>> => ({
  'docs/refusals.md': refusalsDocument(),
  'docs/law.md': lawDocument(),
})

const written = 'Written from the code by `npm run docs`; do not edit by hand.'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function refusalsDocument(): string {
  const lines = allRefusals().map(([code, sentence]) => row(`\`${code}\``, sentence))
  return [
    '# Refusals',
    '',
    `Every way in which a rule says no: the code that a program may match on, and the sentence that a person reads. After a refusal nothing was recorded. A word in braces is filled in. ${written}`,
    '',
    row('Code', 'Sentence'),
    row('---', '---'),
    ...lines,
    '',
  ].join('\n')
}

const where = ({ instrument, section, edition }: DutyRule): string =>
  [instrument, section, edition && `(${edition})`].filter(Boolean).join(', ').replace(', (', ' (')

function lawDocument(): string {
  const lines = allDutyRules().map((rule) =>
    row(`\`${rule.code}\``, rule.title, where(rule), rule.unit, rule.boundary, rule.checkedOn ?? '', rule.confidence),
  )
  return [
    '# The law register',
    '',
    `Every rule that gives a date: what it says, where it stands, how its first and last day count, when the source was last read, and whether a source that we hold confirms it. An unconfirmed rule says so on every page that shows its date. ${written}`,
    '',
    row('Code', 'Rule', 'Source', 'Unit', 'Boundary', 'Checked on', 'Confidence'),
    row('---', '---', '---', '---', '---', '---', '---'),
    ...lines,
    '',
  ].join('\n')
}
