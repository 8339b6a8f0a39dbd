import { now, toLocalDate } from '../../calendar/instant.ts'
import { formatDate } from '../../calendar/local-date.ts'
import type { CommandLine } from '../../platform/command-line/command.ts'
import { findOffence, offenceList } from '../offences/offence-list.ts'
import { modeOfTrialNames } from '../offences/offence.ts'
import { checkAsn } from './asn.ts'
import type { Checked } from './checked.ts'
import { checkOffenceCode } from './offence-code.ts'
import { checkPncId } from './pnc-id.ts'
import { checkUrn, isNationalUrn } from './urn.ts'

type Parts = Readonly<Record<string, string | null>>
type Verdict = Checked<{ readonly parts: Parts }>

const named = (code: string, name: string | null): string => (name ? `${code} (${name})` : code)

function urnVerdict(text: string): Verdict {
  const urn = checkUrn(text)
  if (!urn.ok) return urn
  const { force, unit, serial, year, serialAndYear } = urn
  const parts = { force: named(force, urn.forceName), unit }
  if (!isNationalUrn(urn.urn)) return { ok: true, parts: { ...parts, 'serial and year': serialAndYear } }
  return { ok: true, parts: { ...parts, serial, year } }
}

function asnVerdict(text: string): Verdict {
  const asn = checkAsn(text)
  if (!asn.ok) return asn
  const { year, topLevel, force, unit, system, sequence, checkLetter, short } = asn
  return {
    ok: true,
    parts: {
      year,
      'top level': topLevel,
      force: named(force, asn.forceName),
      unit,
      system,
      sequence: sequence.replace(/^0+(?=\d)/, ''),
      'check letter': checkLetter,
      short,
    },
  }
}

function pncIdVerdict(text: string): Verdict {
  const pncId = checkPncId(text, toLocalDate(now()))
  if (!pncId.ok) return pncId
  const { year, serial, checkLetter, centurySupposed } = pncId
  const shown = centurySupposed ? `${year} (century supposed)` : String(year)
  return { ok: true, parts: { year: shown, serial, 'check letter': checkLetter, long: pncId.pncId } }
}

/** An offence code must also be on the list, because a code that names no offence is of no use. */
function offenceVerdict(text: string): Verdict {
  const checked = checkOffenceCode(text)
  if (!checked.ok) return checked
  const offence = findOffence(checked.code)
  if (!offence) {
    return { ok: false, reason: `it is not on the list of offences of ${formatDate(offenceList().knownOn)}` }
  }
  const { title, modeOfTrial, qualifier, recordable } = offence
  return {
    ok: true,
    parts: {
      title,
      'mode of trial': modeOfTrial ? modeOfTrialNames[modeOfTrial] : 'none: no offence to be tried',
      qualifier,
      recordable: recordable ? 'yes' : 'no',
    },
  }
}

function checkCommand(what: string, title: string, verdictOn: (text: string) => Verdict): CommandLine {
  return {
    name: `check ${what}`,
    summary: `Checks ${title}: a line for each, valid with its parts or invalid with the reason`,
    arguments: ['VALUE…'],
    details: ['Exit code 1 when any is invalid. Nothing is looked up but the lists that came with this release.'],
    async run({ arguments: values, print }) {
      const verdicts = values.map((value) => ({ value, verdict: verdictOn(value) }))
      for (const { value, verdict } of verdicts) print(`${value} ${verdictLine(verdict)}`)
      return verdicts.every(({ verdict }) => verdict.ok) ? 0 : 1
    },
  }
}

function verdictLine(verdict: Verdict): string {
  if (!verdict.ok) return `invalid: ${verdict.reason}`
  const parts = Object.entries(verdict.parts).filter(([, part]) => part !== null)
  return `valid: ${parts.map(([name, part]) => `${name} ${part}`).join(', ')}`
}

export const checkCommands: readonly CommandLine[] = [
  checkCommand('urn', 'unique reference numbers of cases', urnVerdict),
  checkCommand('asn', 'arrest/summons numbers', asnVerdict),
  checkCommand('pncid', 'PNC ids', pncIdVerdict),
  checkCommand('offence', 'CJS offence codes', offenceVerdict),
]
