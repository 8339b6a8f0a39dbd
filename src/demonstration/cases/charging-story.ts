import { type Instant, toLocalDate } from '../../calendar/instant.ts'
import { addDays } from '../../calendar/local-date.ts'
import type { HeldMaterial } from '../../casework/material/held-material.ts'
import type { ReferralCommand } from '../../casework/referral/commands.ts'
import type { FollowedPoint } from '../../casework/referral/case-referrals.ts'
import { gapsBefore } from '../../casework/referral/check-before-sending.ts'
import { referral } from '../../casework/referral/referral.ts'
import type { ReferredSuspect } from '../../casework/referral/referred-suspect.ts'
import type { CaseType, Category } from '../../casework/referral/terms.ts'
import { askedFor } from './asked-for.ts'
import { triageWords } from './charging-words.ts'
import { asnOf, headingOf } from './numbers.ts'
import { type MadeUpCase, type Ordered, type Telling, type When, day, pickFitting } from './story.ts'
import { type ToldSuspect, type Whereabouts, bailEndsOn, chargeOf, detentionEndsAt } from './suspect-story.ts'

const cps = 'cps-thames-and-chiltern'

export const onReferral = (made: MadeUpCase, command: ReferralCommand): Ordered => ({
  decider: referral,
  id: made.id,
  command,
})

const officeOf: Readonly<Record<CaseType, { readonly unit: string; readonly name: string }>> = {
  magistrates: { unit: 'magistrates-court', name: 'Magistrates’ Court Unit' },
  crown: { unit: 'crown-court', name: 'Crown Court Unit' },
  rasso: { unit: 'rasso', name: 'Rape and Serious Sexual Offences Unit' },
  complex: { unit: 'crown-court', name: 'Crown Court Unit' },
}

export function caseTypeOf({ offence, listed, chance }: MadeUpCase): CaseType {
  if (offence.setting === 'sexual') return 'rasso'
  if (listed.modeOfTrial === 'indictable-only') return 'crown'
  return chance.inHundred(30) && listed.modeOfTrial === 'either-way' ? 'crown' : 'magistrates'
}

/** A case on its way to the prosecutor: everything that the file says. */
export type ReferredCase = {
  readonly suspects: ReadonlyArray<ToldSuspect & Whereabouts>
  readonly material: readonly HeldMaterial[]
  readonly caseType: CaseType
  readonly category: Category
  /** What the file did with each point of early advice. */
  readonly followed: readonly FollowedPoint[]
}

export function referredCase(
  made: MadeUpCase,
  told: Pick<ReferredCase, 'suspects' | 'material' | 'caseType' | 'followed'>,
): ReferredCase {
  const detained = told.suspects.some(({ course }) => course === 'custody')
  const urgent = made.offence.setting === 'home' || made.chance.inHundred(10)
  const category = detained ? 'red' : urgent ? 'green-priority' : 'green'
  return { ...told, category }
}

/** Police refer; the prosecutor sends some back for what is missing, and takes them when they come again. */
export function tellReferral(made: MadeUpCase, going: ReferredCase, told: Telling, sentBackInHundred: number): void {
  const { chance, cast } = made
  told.wait(chance.between(0.2, 2))
  const refer = fileOf(made, going)
  told.act(cast.supervisor, (acted, reportedAt, when) => [
    onReferral(made, { type: 'Refer', ...refer(reportedAt, when), ...acted }),
  ])
  if (going.category !== 'red' && chance.inHundred(sentBackInHundred)) sendBack(made, refer, told)
  accept(made, going, told)
}

function fileOf(made: MadeUpCase, { suspects, material, category, caseType, followed }: ReferredCase) {
  const { chance, victims, offence, contents, facts } = made
  const plea = suspects[0]?.assessment.plea ?? 'unknown'
  const comments = pickFitting(made, triageWords.supervisor)
  const whyPriority = offence.setting === 'home' ? triageWords.priorityAtHome : triageWords.priority
  const categoryReason = category === 'green-priority' ? chance.pick<string>(whyPriority) : ''
  const gapReason = chance.pick(triageWords.gap)
  return (reportedAt: Instant, when: When) => {
    const file = {
      category,
      categoryReason,
      suspects: suspects.map((one) => referredOf(made, one, reportedAt, when)),
      plea,
      fileType: 'pre-charge' as const,
      supervisorComments: comments,
    }
    const context = {
      contents,
      interviewed: true,
      hasVictim: victims.length > 0,
      domesticAbuse: offence.setting === 'home',
    }
    const reasons = gapsBefore(file, { material, context }).map(({ code }) => ({ code, reason: gapReason }))
    return {
      ...partiesOf(made, caseType, reportedAt),
      file,
      check: { material, context, reasons },
      followed,
      facts,
    }
  }
}

export const partiesOf = (made: MadeUpCase, caseType: CaseType, reportedAt: Instant) => ({
  caseId: made.id,
  heading: headingOf(made, reportedAt),
  police: { agency: made.force.code, unit: 'investigations', name: `Investigations, ${made.force.name}` },
  prosecutors: prosecutorsOf(caseType),
})

function prosecutorsOf(caseType: CaseType) {
  const { unit, name } = officeOf[caseType]
  return { agency: cps, unit, name: `${name}, CPS Thames and Chiltern` }
}

function referredOf(
  made: MadeUpCase,
  { number, person, course, detainedAt, releasedAt }: ToldSuspect & Whereabouts,
  reportedAt: Instant,
  when: When,
): ReferredSuspect {
  return {
    number,
    person: person.id,
    position: positions[course],
    detentionEndsAt: course === 'custody' ? detentionEndsAt(when(detainedAt)) : null,
    bailEndsOn: course === 'bail' ? bailEndsOn(when(releasedAt)) : null,
    asn: course === 'voluntary' ? null : asnOf(made, number, reportedAt),
    charges: [{ key: 'C1', ...chargeOf(made, reportedAt) }],
  }
}

/** Where each course leaves a suspect while the prosecutor decides. */
export const positions = {
  custody: 'in-custody',
  bail: 'bailed',
  'under-investigation': 'under-investigation',
  voluntary: 'not-arrested',
} as const

type File = ReturnType<typeof fileOf>

function sendBack(made: MadeUpCase, refer: File, told: Telling): void {
  const { chance, cast } = made
  const ground = pickFitting(made, triageWords.rejected)
  told.wait(chance.between(2, 60))
  told.act(cast.assistant, (acted) => [
    onReferral(made, {
      type: 'Reject',
      referral: 1,
      grounds: [{ ...ground, material: null }],
      respondBy: addDays(toLocalDate(acted.at), 7),
      remindOn: null,
      ...acted,
    }),
  ])
  const answer = chance.pick(triageWords.answered)
  told.wait((chance.inHundred(75) ? chance.between(1, 7) : chance.between(8, 30)) * day)
  told.act(cast.supervisor, (acted, reportedAt, when) => [
    onReferral(made, {
      type: 'Resubmit',
      referral: 1,
      answers: [{ ground: 0, answer }],
      ...refer(reportedAt, when),
      ...acted,
    }),
  ])
}

function accept(made: MadeUpCase, { category, caseType }: ReferredCase, told: Telling): void {
  const { chance, cast, facts } = made
  const reviewType = { red: 'priority', 'green-priority': 'five-days', green: 'twenty-eight-days' } as const
  told.wait(category === 'red' ? chance.between(0.1, 0.5) : chance.between(1, 48))
  told.act(cast.assistant, (acted) => [
    onReferral(made, {
      type: 'Accept',
      referral: 1,
      reviewType: reviewType[category],
      caseType,
      prosecutors: prosecutorsOf(caseType),
      owner: cast.prosecutor,
      facts,
      ...acted,
    }),
  ])
}

/** The prosecutor asks for more. False where nothing comes and the case is closed until it does. */
export function tellActionPlan(made: MadeUpCase, told: Telling): boolean {
  const { chance, cast, facts } = made
  const both = askedFor[made.offence.setting]
  const asked = chance.inHundred(50) ? [chance.pick(both)] : both
  told.wait(chance.between(1, 12) * day)
  told.act(cast.prosecutor, (acted) => [
    onReferral(made, {
      type: 'SendActionPlan',
      referral: 1,
      items: asked.map(({ kind: asksFor, what, why }) => ({
        what,
        why,
        asksFor,
        suspect: 1,
        material: null,
        urgent: false,
        dueOn: null,
      })),
      facts,
      ...acted,
    }),
  ])
  if (chance.inHundred(12)) {
    closeUnanswered(made, told)
    return false
  }
  for (const [index, item] of asked.entries()) {
    const cannot = chance.inHundred(12)
    const words = cannot ? item.cannot : chance.pick(triageWords.done)
    told.wait(chance.between(2, 20) * day)
    told.act(cast.officer, (acted) => [
      onReferral(made, {
        type: 'AnswerItem',
        referral: 1,
        item: `A${index + 1}`,
        answer: cannot ? { type: 'cannot', words } : { type: 'done', material: null, words },
        facts,
        ...acted,
      }),
    ])
  }
  return true
}

function closeUnanswered(made: MadeUpCase, told: Telling): void {
  const { cast, facts } = made
  for (const days of [32, 31]) {
    told.wait(days * day)
    told.act(cast.assistant, (acted) => [
      onReferral(made, { type: 'Chase', referral: 1, plan: 1, words: triageWords.chased, facts, ...acted }),
    ])
  }
  told.wait(75 * day)
  told.act(cast.prosecutor, (acted) => [
    onReferral(made, { type: 'FinaliseAdministratively', referral: 1, reason: triageWords.finalised, ...acted }),
  ])
}
