import assert from 'node:assert/strict'
import { chargingReview } from '../../src/casework/charging-review/charging-review.ts'
import type { Review } from '../../src/casework/charging-review/review-state.ts'
import { investigation } from '../../src/casework/investigation/investigation.ts'
import { type Register, materialRegister } from '../../src/casework/material/register.ts'
import type { CaseReferrals } from '../../src/casework/referral/case-referrals.ts'
import { dutyRowsOf } from '../../src/casework/referral/duties.ts'
import { referral } from '../../src/casework/referral/referral.ts'
import type { Suspect } from '../../src/casework/suspects/suspect-state.ts'
import { suspect } from '../../src/casework/suspects/suspect.ts'
import { type Decider, type Named, fold } from '../../src/platform/record/decider.ts'
import { eventOf, payloadOf } from '../../src/platform/record/entry.ts'
import { Refusal } from '../../src/platform/refusal.ts'

const deciders: readonly Decider[] = [chargingReview, investigation, materialRegister, referral, suspect]

/**
 * All streams of one case together, without a database: a command is decided, and what follows from it in the other
 * streams is decided too, as the record does it.
 */
export class CaseStreams {
  readonly caseId: string
  #states = new Map<string, unknown>()

  constructor(caseId: string) {
    this.caseId = caseId
  }

  get referrals(): CaseReferrals | null {
    return this.#of(referral, this.caseId)
  }

  get register(): Register | null {
    return this.#of(materialRegister, this.caseId)
  }

  suspect(number: number): Suspect | null {
    return this.#of(suspect, `${this.caseId}-S${number}`)
  }

  review(number: number): Review | null {
    return this.#of(chargingReview, `${this.caseId}-S${number}`)
  }

  #of<State>({ kind, initial }: Decider<State>, id: string): State {
    return this.#states.has(`${kind}/${id}`) ? (this.#states.get(`${kind}/${id}`) as State) : initial
  }

  /** Null where it was done; the refusal where it was not, which leaves no trace. */
  perform<State, Command extends Named>(
    decider: Decider<State, Command>,
    id: string,
    command: Command,
  ): Refusal | null {
    const before = new Map(this.#states)
    try {
      this.#decide(decider, id, command, 0)
      return null
    } catch (error) {
      this.#states = before
      if (error instanceof Refusal) return error
      throw error
    }
  }

  /** Whether a command on the case as a whole would be done now. It is not. */
  would<State, Command extends Named>(decider: Decider<State, Command>, command: Command): boolean {
    const before = new Map(this.#states)
    const refusal = this.perform(decider, this.caseId, command)
    this.#states = before
    return refusal === null
  }

  #decide(decider: Decider, id: string, command: Named, depth: number): void {
    assert.ok(depth < 16, `reactions go in a circle at ${command.type}`)
    const events = this.#eventsOf(decider, id, command, depth)
    if (events.length === 0) return
    const state = fold(decider, this.#of(decider, id), events)
    this.#states.set(`${decider.kind}/${id}`, state)
    for (const event of events) {
      for (const { kind, id: other, command: next } of decider.react?.(event, state, id) ?? []) {
        const receiver = deciders.find((one) => one.kind === kind)
        assert.ok(receiver, `nobody receives what ${event.type} tells ${kind}`)
        this.#decide(receiver, other, next, depth + 1)
      }
    }
  }

  #eventsOf(decider: Decider, id: string, command: Named, depth: number): readonly Named[] {
    try {
      const events = decider.decide(command, this.#of(decider, id))
      return events.map((event) => eventOf(event.type, payloadOf(event)))
    } catch (error) {
      if (depth === 0 || !(error instanceof Refusal)) throw error
      return assert.fail(`the reaction ${command.type} of ${decider.kind}/${id} is refused: ${error.message}`)
    }
  }
}

/** The keys of what is neither met nor waived. */
export const openIn = (state: CaseReferrals): readonly string[] =>
  dutyRowsOf(state)
    .duty.filter(({ met_at: met, waived_at: waived }) => met === null && waived === null)
    .map(({ key }) => (typeof key === 'string' ? key : assert.fail('a duty without a key')))
