import { whoMayCharge } from '../../casework/who-may-charge/who-may-charge.ts'
import { offenceFacts } from '../../casework/who-may-charge/offence-facts.ts'
import { tellAdvice } from './advice-story.ts'
import { type ReferredCase, caseTypeOf, referredCase, tellActionPlan, tellReferral } from './charging-story.ts'
import { tellCharge, tellNoFurtherAction, tellPoliceCharge, tellRelease } from './ending-story.ts'
import { tellInquiry, tellLinesClosed } from './inquiry-story.ts'
import { tellMaterial } from './material-story.ts'
import { tellReport } from './report-story.ts'
import { tellReview } from './review-story.ts'
import { type MadeUpCase, type Step, type Telling, day, telling } from './story.ts'
import {
  type Course,
  type ToldSuspect,
  assessmentOf,
  proposeCharge,
  tellSuspect,
  tellWaiting,
} from './suspect-story.ts'

/** What a referral's share of those sent back rests on. */
export type Rates = { readonly sentBackInHundred: number }

/** Everything that would happen in a case, if time did not end, in the order in which it happens. */
export type Story = {
  readonly steps: readonly Step[]
  /** Which step sends it to the prosecutor; null where none does. */
  readonly referral: number | null
}

export function storyOf(made: MadeUpCase, rates: Rates): Story {
  const told = telling()
  const referral = tellReport(made, told) ? tellInvestigation(made, told, rates) : null
  return { steps: told.steps, referral }
}

function tellInvestigation(made: MadeUpCase, told: Telling, rates: Rates): number | null {
  const course = courseOf(made)
  // Where somebody is in custody everything is done at once; otherwise the inquiry comes first.
  const lines = tellInquiry(made, told)
  const quick = course === 'custody'
  const suspects = suspectsOf(made, course).map((one) => ({ ...one, ...tellSuspect(made, one, told) }))
  const held = tellMaterial(made, told, quick)
  if (!quick) {
    tellLinesClosed(made, lines, told)
    const days = made.chance.between(3, made.chance.inHundred(25) ? 85 : 40)
    for (const one of suspects.slice(0, 1)) tellWaiting(made, one, told, days)
  }
  const referred = goesToProsecutor(made, suspects)
  const caseType = caseTypeOf(made)
  const followed = referred && !quick ? tellAdvice(made, course, caseType, told) : []
  if (isCharging(made)) for (const one of suspects) proposeCharge(made, one, told)
  const referral = referred ? told.steps.length : null
  if (referred) tellProsecutor(made, referredCase(made, { suspects, material: held, caseType, followed }), told, rates)
  else for (const one of suspects) tellPoliceEnding(made, one, told)
  if (quick) tellLinesClosed(made, lines, told)
  return referral
}

/** A charge is proposed where somebody may be charged; what police end by themselves needs none. */
const isCharging = ({ ended, prosecuted }: MadeUpCase): boolean => prosecuted || ended === 'charged'

function courseOf({ chance, prosecuted, offence, ended }: MadeUpCase): Course {
  // What police may settle out of court needs no arrest, and leaves no clock running.
  if (!prosecuted && ended === 'out-of-court') return 'voluntary'
  const grave = ['robbery', 'burglary', 'home', 'weapon'].includes(offence.setting)
  return chance.drawn<Course>(
    prosecuted
      ? { custody: grave ? 35 : 14, bail: 45, 'under-investigation': 18, voluntary: 20 }
      : { custody: 0, bail: 25, 'under-investigation': 25, voluntary: 50 },
  )
}

/** Where one is in custody, the clock leaves no time to find another. */
function suspectsOf(made: MadeUpCase, course: Course): readonly ToldSuspect[] {
  const assessment = assessmentOf(made)
  const found = course === 'custody' ? made.suspects.slice(0, 1) : made.suspects
  return found.map((person, index) => ({ number: index + 1, person, course, assessment }))
}

/** As the rule has it: police may charge, or the prosecutor decides. */
function goesToProsecutor(made: MadeUpCase, suspects: readonly ToldSuspect[]): boolean {
  if (!isCharging(made)) return false
  const asked = suspects.map(({ assessment }) => ({
    title: made.suspected.title,
    facts: offenceFacts(made.listed),
    assessment,
  }))
  return whoMayCharge(asked, made.suspected.listed).who === 'cps'
}

function tellPoliceEnding(made: MadeUpCase, one: ToldSuspect, told: Telling): void {
  if (made.ended === 'charged') tellPoliceCharge(made, one, told)
  // A disposal that police agree out of court is not kept here yet, and is no decision to take no action: nothing is told.
  else if (made.ended !== 'out-of-court') tellNoFurtherAction(made, one, told)
}

/** Most action plans come after the first look at a file; nobody asks for weeks of work while somebody is detained. */
const askedForMoreInHundred = 35

function tellProsecutor(made: MadeUpCase, going: ReferredCase, told: Telling, rates: Rates): void {
  const { chance } = made
  tellReferral(made, going, told, rates.sentBackInHundred)
  const asked = going.category !== 'red' && chance.inHundred(askedForMoreInHundred)
  if (asked && !tellActionPlan(made, told)) return
  if (going.category === 'green') told.wait(chance.between(0.5, 12) * day)
  for (const one of going.suspects) tellReview(made, one, going, told)
  for (const one of going.suspects) {
    if (made.ended === 'charged') tellCharge(made, one, told)
    else if (one.course === 'custody') tellRelease(made, one, told)
  }
}
