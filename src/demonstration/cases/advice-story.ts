import type { FollowedPoint } from '../../casework/referral/case-referrals.ts'
import type { CaseType } from '../../casework/referral/terms.ts'
import { askedFor } from './asked-for.ts'
import { onReferral, partiesOf } from './charging-story.ts'
import { triageWords } from './charging-words.ts'
import type { Setting } from './offences.ts'
import { type MadeUpCase, type Telling, day } from './story.ts'
import type { Course } from './suspect-story.ts'

/** So many in a hundred ask for early advice: in serious and complex cases most. No figure is published: guesses. */
const askedInHundred: Readonly<Partial<Record<Setting, number>>> = { sexual: 60, home: 35, fraud: 40, robbery: 20 }
const otherwiseInHundred = 12

/** Police ask for early advice, get it, and follow most of it. Returns what the file says of each point. */
export function tellAdvice(
  made: MadeUpCase,
  course: Course,
  caseType: CaseType,
  told: Telling,
): readonly FollowedPoint[] {
  const { chance, cast, offence } = made
  if (!chance.inHundred(askedInHundred[offence.setting] ?? otherwiseInHundred)) return []
  const question = chance.pick(triageWords.adviceQuestion)
  told.wait(chance.between(0.5, 3) * day)
  told.act(cast.officer, (acted, reportedAt) => [
    onReferral(made, {
      type: 'AskAdvice',
      ...partiesOf(made, caseType, reportedAt),
      stage: course === 'voluntary' ? 'before-arrest' : 'after-arrest',
      question,
      material: [],
      neededBy: null,
      ...acted,
    }),
  ])
  if (chance.inHundred(8)) {
    takeBack(made, told)
    return []
  }
  const points = askedFor[offence.setting]
  told.wait(chance.between(1, 14) * day)
  told.act(cast.prosecutor, (acted) => [
    onReferral(made, {
      type: 'AnswerAdvice',
      advice: 1,
      points: points.map(({ what, why }) => `${what}. ${why}.`),
      reasons: triageWords.adviceReasons,
      ...acted,
    }),
  ])
  told.wait(chance.between(4, 20) * day)
  return points.map(({ cannot }, index) => {
    const followed = chance.inHundred(80)
    return { advice: 1, point: index + 1, followed, why: followed ? '' : cannot }
  })
}

function takeBack(made: MadeUpCase, told: Telling): void {
  told.wait(made.chance.between(5, 15) * day)
  told.act(made.cast.officer, (acted) => [
    onReferral(made, {
      type: 'WithdrawAdviceRequest',
      advice: 1,
      reason: triageWords.adviceTakenBack,
      ...acted,
    }),
  ])
}
