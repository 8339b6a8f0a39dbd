import { loadDemonstrationAccounts } from '../agencies/demonstration-accounts.ts'
import { loadAgencies } from '../agencies/load-agencies.ts'
import { startCalendar } from '../calendar/commands.ts'
import { type Instant, now } from '../calendar/instant.ts'
import { investigation } from '../casework/investigation/investigation.ts'
import { loadDemonstrationAllegations } from '../casework/demonstration-allegations.ts'
import { loadAreaDuties } from '../duties/load-area-duties.ts'
import { loadDemonstrationDuties } from '../duties/load-demonstration-duties.ts'
import { loadCpsOutcomes } from '../measures/outcomes/demonstration.ts'
import { loadStreetCrime } from '../measures/street/demonstration.ts'
import type { Progress } from '../platform/command-line/progress.ts'
import type { Installation } from '../platform/installation.ts'
import { loadAreaPlan } from '../plans/load-plan.ts'
import { caseIdOf } from './cases/made-case.ts'
import { loadCases } from './cases/load-cases.ts'

/** One part of what an installation starts with. It leaves alone what is there already, so it may run at every start. */
type LoadStep = {
  /** What it loads, as the progress says it. */
  readonly what: string
  load(installation: Installation, at: Instant, progress: Progress): Promise<void>
}

/** Who and what the area is: loaded with and without the demonstration. Each step may count on those before it. */
const areaSteps: readonly LoadStep[] = [
  { what: 'bank holidays', load: startCalendar },
  { what: 'agencies', load: ({ record }, at) => loadAgencies(record, { actor: 'area-file', at }) },
  { what: 'police and crime plan', load: loadAreaPlan },
  { what: 'statutory dates', load: loadAreaDuties },
]

/** The made-up people and cases of the demonstration, and the real published figures beside them. */
const demonstrationSteps: readonly LoadStep[] = [
  {
    what: 'CPS case outcomes',
    load: (installation, _, progress) => loadCpsOutcomes(installation, progress),
  },
  { what: 'street crime', load: (installation, _, progress) => loadStreetCrime(installation, progress) },
  { what: 'made-up people', load: loadDemonstrationAccounts },
  { what: 'made-up duties', load: loadDemonstrationDuties },
  { what: 'made-up allegations', load: loadDemonstrationAllegations },
  {
    what: 'made-up cases',
    load: async (installation, at, progress) => {
      if (await hasCases(installation)) return
      await loadCases(installation, { cases: casesAtFirst, seed: 'first', at }, progress)
    },
  },
]

/** So many are made on the first start, which must not take long. `frankpledge demonstrate` makes more. */
const casesAtFirst = 400

/** Their stories end at the first start: later starts make no other moment of them. */
async function hasCases({ record }: Installation): Promise<boolean> {
  return (await record.read(investigation, caseIdOf('first', casesAtFirst - 1))).version > 0
}

async function loadAll(steps: readonly LoadStep[], installation: Installation, progress: Progress): Promise<void> {
  for (const [index, step] of steps.entries()) {
    progress.at(index, steps.length, step.what)
    await step.load(installation, now(), progress)
  }
}

export const loadArea = (installation: Installation, progress: Progress): Promise<void> =>
  loadAll(areaSteps, installation, progress)

export const loadDemonstration = (installation: Installation, progress: Progress): Promise<void> =>
  loadAll(demonstrationSteps, installation, progress)
