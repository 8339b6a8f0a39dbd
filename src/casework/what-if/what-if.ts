import type { ProvedElement, ReviewedCharge } from '../charging-review/charging-decision.ts'
import { chargeOutcomes } from '../charging-review/outcomes.ts'
import type { HeldMaterial } from '../material/held-material.ts'

/** What somebody asks: these items are lost, and these people withdraw what they said. */
export type Question = { readonly lost: readonly string[]; readonly withdrawn: readonly string[] }

/** The charges of a draft or of a decision, as far as this view needs them. */
export type UnderReview = { readonly charges: readonly ReviewedCharge[]; readonly decided: boolean }

/** How an element stands after what is asked: as before, on less, on nothing any longer, or on nothing before already. */
export type ElementStanding = 'as-before' | 'on-less' | 'falls' | 'unproved'

export type ElementIf = {
  readonly words: string
  /** What proves it now: what was named, without what the register has no longer. */
  readonly before: readonly HeldMaterial[]
  readonly after: readonly HeldMaterial[]
  readonly standing: ElementStanding
}

/**
 * What becomes of a charge: nothing, something to weigh again, that it cannot stand on what is left, or that it cannot
 * stand now already, because the register lost what proved some element of it.
 */
export type ChargeStanding = 'as-before' | 'to-weigh-again' | 'falls' | 'fallen'

export type ChargeIf = {
  readonly key: string
  readonly offence: string
  /** What is decided or proposed on it, in words; null while that is open. */
  readonly outcome: string | null
  readonly elements: readonly ElementIf[]
  readonly standing: ChargeStanding
  /** In plain words, and never as a decision: that is for the prosecutor. */
  readonly effect: string
}

/** One item that would be gone, and why. */
export type Gone = { readonly item: HeldMaterial; readonly because: 'lost' | 'withdrawn'; readonly bearsOn: number }

export type WhatIf = {
  readonly gone: readonly Gone[]
  readonly charges: readonly ChargeIf[]
  /** True where something was to be charged, and nothing that was would stand. */
  readonly noChargeLeft: boolean
}

/**
 * What would fall if items of material were lost or people withdrew what they said: element by element, and with them
 * the charges. Nothing is saved and nothing is decided: whether what is left is enough is for the prosecutor, and no
 * number stands for that.
 *
 * `material` is the case's register as it is now. What a prosecutor named and the register does not have any longer is
 * gone already. A person who withdraws takes with them everything that comes from them.
 */
export function whatIf(
  { charges, decided }: UnderReview,
  material: readonly HeldMaterial[],
  { lost, withdrawn }: Question,
): WhatIf {
  const register = new Map(material.map((item) => [item.key, item]))
  const known = new Map(
    charges.flatMap(({ elements }) => elements.flatMap((element) => element.material)).map((item) => [item.key, item]),
  )
  const all = [...new Map([...known, ...register]).values()]
  const becauseOf = ({ key, from }: HeldMaterial): Gone['because'] | null =>
    lost.includes(key) ? 'lost' : from !== null && withdrawn.includes(from) ? 'withdrawn' : null
  const pursued = charges.filter(({ notPursued }) => notPursued === null)
  const after = pursued.map((charge) => chargeIf(charge, decided, register, (item) => becauseOf(item) !== null))
  const standing = new Map(after.map((charge) => [charge.key, charge.standing]))
  const toCharge = pursued.filter(({ outcome }) => outcome?.outcome === 'charge')
  return {
    gone: all.flatMap((item) => {
      const because = becauseOf(item)
      return because === null ? [] : [{ item, because, bearsOn: elementsOn(pursued, item) }]
    }),
    charges: after,
    noChargeLeft: toCharge.length > 0 && toCharge.every(({ charge }) => stoodDown.includes(standing.get(charge.key))),
  }
}

/** The standings in which a charge cannot be put by the Full Code Test. */
const stoodDown: ReadonlyArray<ChargeStanding | undefined> = ['falls', 'fallen']

const elementsOn = (charges: readonly ReviewedCharge[], { key }: HeldMaterial): number =>
  charges.flatMap(({ elements }) => elements).filter(({ material }) => material.some((item) => item.key === key)).length

function chargeIf(
  reviewed: ReviewedCharge,
  decided: boolean,
  register: ReadonlyMap<string, HeldMaterial>,
  isGone: (item: HeldMaterial) => boolean,
): ChargeIf {
  const elements = reviewed.elements.map((element) => elementIf(element, register, isGone))
  const standing = standingOf(reviewed, elements)
  const { key, offence } = reviewed.charge
  const outcome = reviewed.outcome && chargeOutcomes[reviewed.outcome.outcome].words
  const effect = effectOn(reviewed, elements, standing, decided)
  return { key, offence: offence.title, outcome, elements, standing, effect }
}

function elementIf(
  { words, material }: ProvedElement,
  register: ReadonlyMap<string, HeldMaterial>,
  isGone: (item: HeldMaterial) => boolean,
): ElementIf {
  const before = material.flatMap((named) => asItIsNow(named, register))
  const after = before.filter((item) => !isGone(item))
  return { words, before, after, standing: elementStanding(before.length, after.length) }
}

/** Nothing where the register lists the item no longer, or as lost or refused. Material still expected may come. */
function asItIsNow(named: HeldMaterial, register: ReadonlyMap<string, HeldMaterial>): readonly HeldMaterial[] {
  const now = register.get(named.key)
  return now && (now.state === 'received' || now.state === 'requested') ? [now] : []
}

function elementStanding(before: number, after: number): ElementStanding {
  if (before === 0) return 'unproved'
  if (after === 0) return 'falls'
  return after < before ? 'on-less' : 'as-before'
}

function standingOf({ outcome }: ReviewedCharge, elements: readonly ElementIf[]): ChargeStanding {
  const isByFullCode = outcome?.outcome === 'charge' && outcome.test === 'full-code-test'
  if (isByFullCode && elements.some(({ standing }) => standing === 'unproved')) return 'fallen'
  const falls = elements.some(({ standing }) => standing === 'falls')
  const touched = falls || elements.some(({ standing }) => standing === 'on-less')
  if (!touched) return 'as-before'
  // A case that is not to be charged does not need its evidence; how it was decided may still rest on it.
  if (outcome && outcome.outcome !== 'charge') return 'to-weigh-again'
  return falls && outcome?.test !== 'threshold-test' ? 'falls' : 'to-weigh-again'
}

const quoted = (words: string): string => `“${words}”`

function effectOn(
  { outcome }: ReviewedCharge,
  elements: readonly ElementIf[],
  standing: ChargeStanding,
  decided: boolean,
): string {
  if (standing === 'fallen') {
    const open = elements.filter((one) => one.standing === 'unproved').map(({ words }) => quoted(words))
    return `Nothing that the register has proves ${open.join(' or ')} any longer, whatever is marked here. The prosecutor has to review this charge.`
  }
  const fallen = elements.filter((one) => one.standing === 'falls').map(({ words }) => quoted(words))
  const nothingProves = `Nothing that is named would prove ${fallen.join(' or ')}.`
  if (standing === 'as-before') return 'Nothing changes: no element of it rests on what would be gone.'
  if (standing === 'falls') {
    return decided
      ? `${nothingProves} The charge could not stand by the Full Code Test as it was decided, and the prosecutor would have to review it.`
      : `${nothingProves} The charge could not be authorised by the Full Code Test.`
  }
  if (outcome && outcome.outcome !== 'charge') {
    return 'It is not to be charged, so no charge falls. What was found on the evidence would rest on less.'
  }
  if (fallen.length > 0) {
    return `${nothingProves} It is charged by the Threshold Test, which needs reasonable grounds to suspect and the prospect of further evidence: the prosecutor would have to apply it again.`
  }
  return 'Every element would still have something that proves it, but less. The prosecutor would have to weigh again whether there is a realistic prospect of conviction.'
}
