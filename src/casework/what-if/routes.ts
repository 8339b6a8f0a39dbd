import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tx } from '../../platform/database/reading.ts'
import { found } from '../../platform/web/failures.ts'
import { allow } from '../../platform/web/routing.ts'
import { type CaseFile, caseStream } from '../cases/read-case.ts'
import { partsIn } from '../charging-decision-document/parts.ts'
import { type ReviewFile, readReview } from '../charging-review/read-reviews.ts'
import { caseLookedAt } from '../decisions/case-form-request.ts'
import { caseHeading } from '../investigation/case-heading.ts'
import type { HeldMaterial } from '../material/held-material.ts'
import { readMaterial } from '../material/read-material.ts'
import { readSuspects } from '../suspects/read-suspects.ts'
import { dutiesIf } from './duties-if.ts'
import { type WhatIfShown, whatIfPage } from './what-if-page.ts'
import { type Question, type UnderReview, whatIf } from './what-if.ts'

type BySuspect = {
  readonly Params: { readonly id: string; readonly suspect: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}

/** What would fall without some of the material. It is asked by GET alone, so that nothing can be kept by asking. */
export function whatIfRoutes(app: FastifyInstance): void {
  const address = '/desk/cases/:id/charging/:suspect(^\\d{1,3}$)/what-if'
  app.get<BySuspect>(address, allow('case.read', { personal: true }), async (request, reply) => {
    const { id, suspect } = request.params
    const file = await caseLookedAt(request, id, 'Case: what if')
    const question = questionIn(request)
    const { shown, person } = found(await request.read((tx) => readShown(tx, file, Number(suspect), question)))
    const subjects = [caseStream(id), `person/${person}`]
    await request.looked({ subjects, what: 'Case: what if', purpose: 'Deciding whether to charge' })
    const { chrome, viewer, at } = request
    return reply.html(whatIfPage({ chrome, viewer, at }, shown))
  })
}

function questionIn({ query }: FastifyRequest<BySuspect>): Question {
  const all = (value: unknown): readonly string[] =>
    [value].flat().filter((one): one is string => typeof one === 'string')
  return { lost: all(query['lost']), withdrawn: all(query['withdrawn']) }
}

async function readShown(tx: Tx, file: CaseFile, suspect: number, asked: Question) {
  const caseId = file.summary.id
  const review = await readReview(tx, caseId, suspect)
  const under = review && underReview(review)
  if (!review || !under) return null
  const material = await readMaterial(tx, caseId)
  const suspects = await readSuspects(tx, caseId)
  const partOf = partsIn(file.people, suspects)
  const all = everyItem(under, material)
  const people = whoMayWithdraw(all, file, suspects)
  // What is asked about things that are not there is not asked.
  const question: Question = {
    lost: asked.lost.filter((key) => all.some((item) => item.key === key)),
    withdrawn: asked.withdrawn.filter((id) => people.includes(id)),
  }
  const answer = whatIf(under, material, question)
  const named = new Set(namedIn(under).map(({ key }) => key))
  const shown: WhatIfShown = {
    caseId,
    suspect,
    heading: caseHeading(file.summary),
    of: under.of,
    decided: under.decided,
    question,
    proving: all.filter(({ key }) => named.has(key)),
    others: all.filter(({ key }) => !named.has(key)),
    people: people.map((id) => ({ id, part: partOf(id), hasWithdrawn: hasWithdrawn(file, id) })),
    partOf,
    answer,
    duties: dutiesIf(
      answer,
      file.duties.filter(({ stream }) => isOf(stream, caseId, suspect)),
    ),
  }
  return { shown, person: review.review.person }
}

/** Prosecutors ask about what they draft; once it is decided, everybody who may read the decision asks about that. */
function underReview({ review, draft, decisions }: ReviewFile): (UnderReview & { readonly of: string }) | null {
  const last = decisions.at(-1)
  if (draft && review.standing !== 'decided') return { charges: draft.charges, decided: false, of: 'the draft review' }
  return last ? { charges: last.charges, decided: true, of: `charging decision ${last.decision}` } : null
}

const namedIn = ({ charges }: UnderReview): readonly HeldMaterial[] =>
  charges
    .filter(({ notPursued }) => notPursued === null)
    .flatMap(({ elements }) => elements.flatMap(({ material }) => material))

/** The register, and what a review names that is not on it any longer. */
function everyItem(under: UnderReview, register: readonly HeldMaterial[]): readonly HeldMaterial[] {
  const named = namedIn(under)
  const onRegister = new Set(register.map(({ key }) => key))
  const others = new Map(named.filter(({ key }) => !onRegister.has(key)).map((item) => [item.key, item]))
  return [...register, ...others.values()]
}

/** Whoever material comes from, but for those who are only suspects: what they said is not theirs to withdraw. */
function whoMayWithdraw(
  material: readonly HeldMaterial[],
  { people }: CaseFile,
  suspects: ReadonlyArray<{ readonly person: string }>,
): readonly string[] {
  const known = new Set(people.map(({ id }) => id))
  const onlySuspects = new Set(suspects.map(({ person }) => person).filter((person) => !known.has(person)))
  const all = new Set(material.flatMap(({ from }) => (from === null ? [] : [from])))
  return [...all].filter((person) => !onlySuspects.has(person))
}

const hasWithdrawn = ({ people }: CaseFile, person: string): boolean =>
  people.some(({ id, witness }) => id === person && (witness?.withdrawnAt ?? null) !== null)

/** What is owed about this suspect, and about the material of the case, which all suspects share. */
const isOf = (stream: string, caseId: string, suspect: number): boolean =>
  stream === `suspect/${caseId}-S${suspect}` ||
  stream === `charging-review/${caseId}-S${suspect}` ||
  stream === `material/${caseId}`
