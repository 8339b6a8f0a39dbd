import type { SeenDuty } from '../../duties/read-duty.ts'
import { thresholdReviewKind } from '../charging-review/threshold-review-rule.ts'
import { materialKind } from '../material/rows.ts'
import { chargeKind } from '../suspects/duty-kinds.ts'
import type { WhatIf } from './what-if.ts'

/** What becomes of a duty that is open: it would fall away, or what is to be done about it would change. */
export type DutyIf = { readonly duty: SeenDuty; readonly standing: 'falls' | 'changes'; readonly effect: string }

/** The open duties of a suspect and of the register that would fall or change, with what would become of them. */
export function dutiesIf(answer: WhatIf, owed: readonly SeenDuty[]): readonly DutyIf[] {
  return owed
    .filter(({ metAt, waived }) => metAt === null && waived === null)
    .flatMap((duty) => chargeDutyIf(duty, answer) ?? requestIf(duty, answer) ?? [])
}

function chargeDutyIf(duty: SeenDuty, { noChargeLeft, charges }: WhatIf): DutyIf | null {
  const isOfCharge = duty.kind === chargeKind || duty.kind === thresholdReviewKind
  if (!isOfCharge || charges.every(({ standing }) => standing === 'as-before')) return null
  if (noChargeLeft) {
    return {
      duty,
      standing: 'falls',
      effect: 'It would fall away once the prosecutor decides that nothing is charged.',
    }
  }
  return duty.kind === chargeKind
    ? {
        duty,
        standing: 'changes',
        effect: 'The charges to be put could be fewer, once the prosecutor has reviewed them.',
      }
    : { duty, standing: 'changes', effect: 'It stands, and there would be less for the Full Code Test to rest on.' }
}

/** A request for material that would be gone: its key names the item. */
function requestIf(duty: SeenDuty, { gone }: WhatIf): DutyIf | null {
  const asked = gone.find(({ item }) => duty.kind === materialKind && duty.key.startsWith(`${item.key}-`))
  return asked
    ? {
        duty,
        standing: 'changes',
        effect: `${asked.item.key} could not be sent. Police would answer that it is missing, or why it was not obtained.`,
      }
    : null
}
