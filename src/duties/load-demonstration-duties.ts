import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Instant, toLocalDate } from '../calendar/instant.ts'
import { addDays } from '../calendar/local-date.ts'
import { readBankHolidays } from '../calendar/read-bank-holidays.ts'
import { thePublic } from '../platform/database/reading.ts'
import { type Installation, projectFolder } from '../platform/installation.ts'
import { type BasisWithFacts, type UndertakingCommand, undertaking } from './undertaking/undertaking.ts'

const words = z.string().min(1)
const days = z.int()

const owedBy = z.union([
  z.strictObject({ agency: words, name: words, account: words, unit: words }),
  z.strictObject({ agency: words, name: words, account: words }),
])
const owedTo = z.union([z.strictObject({ name: words, agency: words }), z.strictObject({ name: words })])
const about = z.union([z.strictObject({ text: words, path: words }), z.strictObject({ text: words })])
const met = z.strictObject({ daysAgo: days.min(0), how: words })

const demonstrationFile = z.strictObject({
  notes: z.array(words),
  duties: z.array(
    z.strictObject({
      id: words,
      what: words,
      about,
      owedBy,
      owedTo,
      source: z.strictObject({ instrument: words, section: words.nullable().default(null) }),
      startedDaysAgo: days.min(0),
      workingDays: days.min(1).optional(),
      dueInDays: days.optional(),
      met: met.optional(),
    }),
  ),
})

type MadeUpDuty = z.infer<typeof demonstrationFile>['duties'][number]

const file = path.join(projectFolder, 'area', 'thames-and-chiltern', 'demonstration-duties.json')
const by = 'demonstration'

/** Writes down the demonstration's made-up duties, with days counted from `at`. What is there already stays as it is. */
export async function loadDemonstrationDuties({ record, reading }: Installation, at: Instant): Promise<void> {
  const parsed = demonstrationFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file} is not a list of made-up duties:\n${z.prettifyError(parsed.error)}`)
  const holidays = await reading.as(thePublic, readBankHolidays)
  for (const duty of parsed.data.duties) {
    const id = `demonstration-${duty.id}`
    if ((await record.read(undertaking, id)).version > 0) continue
    const basis = basisOf(duty, at)
    const commands = commandsFor(id, duty, basis.kind === 'working-days' ? { ...basis, holidays } : basis, at)
    await record.performAll(commands.map((command) => ({ decider: undertaking, id, command, act: { actor: by, at } })))
  }
}

function basisOf({ id, workingDays, dueInDays }: MadeUpDuty, at: Instant): BasisWithFacts {
  if (workingDays !== undefined) return { kind: 'working-days', workingDays }
  if (dueInDays === undefined) throw new Error(`${file}: ${id} has no date`)
  return { kind: 'fixed-date', dueOn: addDays(toLocalDate(at), dueInDays) }
}

function commandsFor(id: string, duty: MadeUpDuty, basis: BasisWithFacts, at: Instant): readonly UndertakingCommand[] {
  const { what, about, owedBy, owedTo, startedDaysAgo, met } = duty
  const today = toLocalDate(at)
  const source = { ...duty.source, edition: null, checkedOn: null, confidence: 'unconfirmed' } as const
  const startedOn = addDays(today, -startedDaysAgo)
  const promised = { kind: 'undertaking', what, about, owedBy, owedTo, source, startedOn, public: false } as const
  const undertake: UndertakingCommand = { type: 'Undertake', id, promised, basis, at, by }
  if (!met) return [undertake]
  return [undertake, { type: 'MeetDuty', on: addDays(today, -met.daysAgo), how: met.how, at, by }]
}
