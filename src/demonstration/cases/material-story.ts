import { toLocalDate } from '../../calendar/instant.ts'
import { addDays } from '../../calendar/local-date.ts'
import type { HeldMaterial, MaterialKind, MaterialUse } from '../../casework/material/held-material.ts'
import { type MaterialCommand, type MaterialDetails, materialRegister } from '../../casework/material/register.ts'
import type { Setting } from './offences.ts'
import type { MadeUpCase, Ordered, Telling } from './story.ts'

const onRegister = (made: MadeUpCase, command: MaterialCommand): Ordered => ({
  decider: materialRegister,
  id: made.id,
  command,
})

type Sort = readonly [kind: MaterialKind, title: string, use: MaterialUse, from?: 'victim' | 'witness' | 'suspect']

const always: readonly Sort[] = [
  ['case-summary', 'Case summary', 'not-relevant'],
  ['charging-request', 'Report to the prosecutor', 'not-relevant'],
  ['supervisor-comments', 'Supervisor’s comments', 'not-relevant'],
  ['statement', 'Statement of the officer in the case', 'evidence'],
  ['interview-record', 'Summary of the interview', 'evidence', 'suspect'],
  ['suspect-convictions', 'Previous convictions of the suspect', 'unused', 'suspect'],
  ['log', 'Incident log', 'unused'],
  ['disclosure-report', 'Disclosure officer’s report', 'not-relevant'],
]

const ofVictim: readonly Sort[] = [
  ['statement', 'Statement of the victim', 'evidence', 'victim'],
  ['witness-assessment', 'Initial assessment of the victim’s needs', 'not-relevant', 'victim'],
  ['victim-personal-statement', 'Victim personal statement', 'not-relevant', 'victim'],
]

const ofWitness: readonly Sort[] = [['statement', 'Statement of a witness', 'evidence', 'witness']]

const footage: Sort = ['recording', 'Footage of the scene', 'evidence']
const bodyWorn: Sort = ['recording', 'Body-worn video of the first account', 'evidence']
const download: Sort = ['forensic', 'Examination of a telephone', 'unused']

const bySetting: Readonly<Record<Setting, readonly Sort[]>> = {
  bicycle: [footage],
  shop: [footage, ['exhibit', 'What was recovered', 'evidence']],
  theft: [footage],
  vehicle: [footage, ['forensic', 'Fingerprint report', 'evidence']],
  burglary: [['forensic', 'Report on the marks at the scene', 'evidence'], footage],
  robbery: [footage, download],
  damage: [footage, ['exhibit', 'Photographs of the damage', 'evidence']],
  assault: [bodyWorn, ['medical', 'Medical notes', 'evidence'], footage],
  home: [bodyWorn, ['medical', 'Medical notes', 'evidence'], ['domestic-abuse-checklist', 'Checklist', 'not-relevant']],
  messages: [['exhibit', 'Screenshots with their dates', 'evidence'], download],
  sexual: [['recording', 'Recorded interview of the victim', 'evidence'], download],
  disorder: [bodyWorn, footage],
  weapon: [bodyWorn, ['exhibit', 'The article, photographed with a scale', 'evidence']],
  drugs: [bodyWorn, ['forensic', 'Test of the substance', 'evidence'], download],
  fraud: [['statement', 'Statement of the bank, with its records', 'evidence'], download],
  driving: [bodyWorn, ['forensic', 'Certificate of the analysis', 'evidence']],
  order: [['exhibit', 'Certified copy of the order', 'evidence'], bodyWorn],
}

/** What the register of a case will hold, in its order. */
export function materialOf({ victims, witness, suspects, offence }: MadeUpCase): readonly HeldMaterial[] {
  const from = { victim: victims[0]?.id, witness: witness?.id, suspect: suspects[0]?.id } as const
  const sorts = [...always, ...(victims.length > 0 ? ofVictim : []), ...(witness ? ofWitness : [])]
  return [...sorts, ...bySetting[offence.setting]].map(([kind, title, use, who], index) => ({
    key: `M${index + 1}`,
    kind,
    title,
    state: 'received',
    use,
    from: (who && from[who]) ?? null,
  }))
}

const detailsOf = ({ kind, title, from }: HeldMaterial): MaterialDetails => ({
  kind,
  title,
  description: title,
  from,
  exhibitReference: null,
})

/**
 * The officer enters all but the last item, asks for that one, and has it most of the time before the case goes on;
 * while somebody is detained nobody waits for it.
 */
export function tellMaterial(made: MadeUpCase, told: Telling, isDetained: boolean): readonly HeldMaterial[] {
  const { chance, cast, force } = made
  const items = materialOf(made)
  const awaited = chance.inHundred(45) ? items.at(-1) : undefined
  told.wait(isDetained ? chance.between(0.3, 1.5) : chance.between(1, 20))
  told.act(cast.officer, (acted) =>
    items.map((item) =>
      item === awaited
        ? onRegister(made, {
            type: 'RequestMaterial',
            caseId: made.id,
            details: detailsOf(item),
            request: {
              why: 'It goes to the point in dispute.',
              dueOn: addDays(toLocalDate(acted.at), 28),
              asker: { agency: force.code, name: `Investigations, ${force.name}` },
              police: { agency: force.code, name: `Investigations, ${force.name}`, unit: 'investigations' },
            },
            ...acted,
          })
        : onRegister(made, {
            type: 'AddMaterial',
            caseId: made.id,
            details: detailsOf(item),
            state: 'received',
            reason: '',
            use: item.use,
            useReason: '',
            ...acted,
          }),
    ),
  )
  return awaited ? settle(made, items, awaited, told, isDetained) : items
}

/** It comes, it is refused, or the case goes on without it. */
function settle(
  made: MadeUpCase,
  items: readonly HeldMaterial[],
  awaited: HeldMaterial,
  told: Telling,
  isDetained: boolean,
): readonly HeldMaterial[] {
  const { chance, cast, facts } = made
  const { key, use } = awaited
  const came = isDetained ? 'requested' : chance.drawn({ received: 70, missing: 10, requested: 20 })
  const stands = { ...awaited, state: came, use: came === 'received' ? use : ('undecided' as const) }
  const held = items.map((item) => (item === awaited ? stands : item))
  if (came === 'requested') return held
  told.wait(chance.between(20, 500))
  told.act(cast.officer, (acted) =>
    came === 'received'
      ? [
          onRegister(made, { type: 'ReceiveMaterial', item: key, settings: facts.settings, ...acted }),
          onRegister(made, { type: 'DecideUse', item: key, use, reason: '', ...acted }),
        ]
      : [
          onRegister(made, {
            type: 'ReportNotObtained',
            item: key,
            state: 'missing',
            reason: 'It was looked for and is not there.',
            ...acted,
          }),
        ],
  )
  return held
}
