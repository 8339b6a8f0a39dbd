import type { HeldMaterial, MaterialKind } from '../../casework/material/held-material.ts'

/** What can be evidence of an offence. A victim personal statement tells the court of the effect, and proves nothing. */
export const evidenceKinds: readonly MaterialKind[] = [
  'statement',
  'interview-record',
  'recording',
  'exhibit',
  'forensic',
  'medical',
]

type Sense = 'act' | 'thing' | 'owner' | 'mind' | 'harm' | 'order'

/** Which kinds go to which sort of point, the likeliest first. */
const kindsFor: Readonly<Record<Sense, readonly MaterialKind[]>> = {
  act: ['recording', 'statement', 'forensic'],
  thing: ['forensic', 'exhibit', 'statement'],
  owner: ['statement'],
  mind: ['interview-record', 'recording', 'statement'],
  harm: ['medical', 'statement', 'recording'],
  order: ['exhibit', 'statement'],
}

/** The points by their keys in `data/casework`; every other one is about what the suspect did. */
const pointsBySense: ReadonlyArray<readonly [sense: Sense, points: string]> = [
  ['thing', 'drug level blade weapon possession had property stolen damage fire sent network'],
  ['owner', 'belonging-to-another payment no-consent connected dwelling emergency-worker functions'],
  ['mind', 'dishonesty mind intent knowledge aware aimed purpose permanent-deprivation maliciously'],
  ['mind', 'no-excuse no-belief unlawful'],
  ['harm', 'harm occasioned wound effect caused strangled'],
  ['order', 'order disqualified prohibited'],
]

const senseOf = (point: string): Sense =>
  pointsBySense.find(([, points]) => points.split(' ').includes(point))?.[0] ?? 'act'

/** At most so many are named for one point: more would not be read. */
const mostForOne = 3

/** What of the register proves a point, by its sense. */
export function proofOf(point: string, material: readonly HeldMaterial[]): readonly HeldMaterial[] {
  const evidence = material.filter(
    ({ kind, use, state }) => use === 'evidence' && state === 'received' && evidenceKinds.includes(kind),
  )
  const fitting = kindsFor[senseOf(point)].flatMap((kind) => evidence.filter((one) => one.kind === kind))
  return fitting.slice(0, mostForOne)
}
