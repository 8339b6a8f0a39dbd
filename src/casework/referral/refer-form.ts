import { formReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type Form, type Parsed, accepted, formOf, rejected } from '../../platform/web/layout/form.ts'
import type { CaseFile } from '../cases/read-case.ts'
import { type FileType, fileTypes } from '../file-check/file-check.ts'
import { longestReason } from '../investigation/words.ts'
import { type AnticipatedPlea, anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import type { FileCheck, FollowedPoint, Parties, RejectionGround } from './case-referrals.ts'
import { type ChargingFacts, fileContext, prosecutorsChoices, referredSuspect } from './charging-facts.ts'
import { gapsBefore } from './check-before-sending.ts'
import type { FileToSend } from './commands.ts'
import { pointsToAccountFor } from './decide-advice.ts'
import { longestComments } from './decide-sending.ts'
import { lastSubmission, mayBeReferred, openReferralOf } from './standing.ts'
import { lowered } from './told-lines.ts'
import { type Category, categoryCodes } from './terms.ts'

/** Which of the three forms that send a file: the first time, again after a rejection, or corrected before triage. */
export type Sending = 'refer' | 'send-again' | 'correct'

export type ReferTyped = {
  readonly file: FileToSend
  readonly check: FileCheck
  readonly followed: readonly FollowedPoint[]
  readonly prosecutors: Parties['prosecutors']
  readonly answers: ReadonlyArray<{ readonly ground: number; readonly answer: string }>
  readonly reason: string
}

/** What a form that sends a file rests on. `referral` is the one that is sent again or corrected. */
export type ReferFacts = ChargingFacts & {
  readonly sending: Sending
  readonly referral: ChargingFacts['referrals']['referrals'][number] | null
}

const keys = <Key extends string>(list: Readonly<Record<Key, unknown>>) => Object.keys(list) as Key[]
export const pleas: readonly AnticipatedPlea[] = keys(anticipatedPleas)
export const typesOfFile: readonly FileType[] = keys(fileTypes)

/** The suspects, and which of them may be chosen: those whom no other open referral holds, and who are not done with. */
export const suspectsToRefer = ({ suspects, referrals, referral }: ReferFacts) =>
  suspects.map((seen) => {
    const elsewhere = openReferralOf(referrals, seen.number, referral?.number ?? null)
    const may = seen.charges.length > 0 && !elsewhere && mayBeReferred(seen.track)
    return { seen, elsewhere, mayBeReferred: may }
  })

/** The reasons of the rejection that is answered. */
export const groundsToAnswer = ({ sending, referral }: ReferFacts): readonly RejectionGround[] =>
  sending === 'send-again' && referral ? (lastSubmission(referral).rejection?.grounds ?? []) : []

/** What the form says of the file so far; a check of it can be shown before everything is filled in. */
function chosenIn(form: Form, facts: ReferFacts) {
  const numbers = form.choices('suspects').values
  return {
    suspects: suspectsToRefer(facts)
      .filter(({ seen, mayBeReferred }) => mayBeReferred && numbers.includes(String(seen.number)))
      .map(({ seen }) => referredSuspect(seen)),
    plea: pleas.find((one) => one === form.field('plea').value) ?? 'unknown',
    fileType: typesOfFile.find((one) => one === form.field('fileType').value) ?? 'pre-charge',
  } as const
}

/** What the file lacks, with what is filled in so far. */
export const gapsIn = (form: Form, facts: ReferFacts, file: CaseFile) =>
  gapsBefore(chosenIn(form, facts), { material: facts.material, context: fileContext(facts, file) })

export function parseRefer(sent: Sent, facts: ReferFacts, file: CaseFile): Parsed<ReferTyped> {
  const reader = formReader(sent)
  const form = formOf(sent)
  const chosen = chosenIn(form, facts)
  if (chosen.suspects.length === 0) reader.wrong('suspects', 'Select at least one suspect')
  const prosecutors = prosecutorsChoices(facts.areas).find(({ value }) => value === textOf(sent, 'prosecutors'))
  if (!prosecutors && facts.sending !== 'correct') {
    reader.wrong('prosecutors', 'Choose which unit of the CPS decides')
  }
  const category = reader.choice<Category>('category', categoryCodes, 'Select how fast a decision is needed')
  const needsReason = category === 'green-priority'
  const categoryReason = reader.text(
    'categoryReason',
    needsReason ? 'Enter why it cannot wait' : undefined,
    longestReason,
  )
  reader.choice('plea', pleas, 'Select which plea is expected')
  reader.choice('fileType', typesOfFile, 'Select which kind of file this is')
  const followed = readFollowed(facts, reader)
  const answers = groundsToAnswer(facts).map((_, ground) => ({
    ground,
    answer: reader.text(`ground-${ground}`, `Answer reason ${ground + 1} of the rejection`, longestReason),
  }))
  const reasons = gapsIn(form, facts, file).map(({ code, title }) => ({
    code,
    reason: reader.text(`gap-${code}`, `Enter why the file goes without: ${lowered(title)}`, longestReason),
  }))
  const supervisorComments = reader.text('comments', 'Enter the supervisor’s comments', longestComments)
  const reason =
    facts.sending === 'correct' ? reader.text('reason', 'Enter why you correct the referral', longestReason) : ''
  const owedBy = prosecutors?.owedBy ?? facts.referral?.prosecutors
  if (reader.errors.length > 0 || !category || !owedBy) return rejected(sent, reader.errors)
  return accepted({
    file: { ...chosen, category, categoryReason, supervisorComments },
    check: { material: facts.material, context: fileContext(facts, file), reasons },
    prosecutors: owedBy,
    followed,
    answers,
    reason,
  })
}

export const pointField = ({ advice, point }: { readonly advice: number; readonly point: number }): string =>
  `point-${advice}-${point}`

function readFollowed({ referrals }: ReferFacts, reader: ReturnType<typeof formReader>): readonly FollowedPoint[] {
  return pointsToAccountFor(referrals.advice).map((point) => {
    const name = pointField(point)
    const said = reader.choice(
      name,
      ['yes', 'no'],
      `Select whether the file followed point ${point.point} of the advice`,
    )
    const why = said === 'no' ? reader.text(`${name}-why`, 'Enter why the file did not follow it', longestReason) : ''
    return { advice: point.advice, point: point.point, followed: said === 'yes', why }
  })
}

/** How the form begins: empty, or as the file stood when it was last sent. */
export function beginRefer(facts: ReferFacts): Sent {
  const { referral, suspects, areas } = facts
  if (!referral) {
    const [only, another] = suspects.filter(({ charges, track }) => charges.length > 0 && mayBeReferred(track))
    const choices = prosecutorsChoices(areas)
    return {
      fileType: 'pre-charge',
      prosecutors: choices.length === 1 ? choices[0]?.value : undefined,
      suspects: only && !another ? [String(only.number)] : [],
      ...saidBefore(facts),
    }
  }
  const { sent } = lastSubmission(referral)
  const { agency, unit } = referral.prosecutors
  return {
    suspects: sent.suspects.map(({ number }) => String(number)),
    category: sent.category,
    categoryReason: sent.categoryReason,
    plea: sent.plea,
    fileType: sent.fileType,
    comments: sent.supervisorComments,
    prosecutors: unit === undefined ? agency : `${agency}/${unit}`,
    ...Object.fromEntries(sent.gaps.map(({ code, reason }) => [`gap-${code}`, reason])),
    ...saidBefore(facts),
  }
}

/** What police said of the advice when they sent the file before. */
const saidBefore = ({ referrals }: ReferFacts): Sent =>
  Object.fromEntries(
    pointsToAccountFor(referrals.advice).flatMap((point) =>
      point.followed
        ? [[pointField(point), 'no'] as const, [`${pointField(point)}-why`, point.followed.why] as const]
        : [],
    ),
  )
