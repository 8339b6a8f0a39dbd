import type { CommandLine } from '../platform/command-line/command.ts'
import type { Progress } from '../platform/command-line/progress.ts'
import type { Installation } from '../platform/installation.ts'
import { areaFolder, readDayCounting } from './area-settings.ts'
import { readBankHolidayFile } from './bank-holiday-file.ts'
import { calendar, calendarId } from './calendar.ts'
import { bankHolidaysOf, holidaysRunningOut } from './bank-holidays.ts'
import { type Instant, now, toLocalDate } from './instant.ts'
import { keptList } from './kept-lists.ts'

const calendarUpdate: CommandLine = {
  name: 'calendar update',
  summary: 'Loads a later list of bank holidays',
  arguments: ['FILE'],
  details: [
    'FILE is the list at https://www.gov.uk/bank-holidays.json, named after the day you fetched it: bank-holidays-2026-11-22.json.',
    'Dates that were worked out before stay as they are; later ones use the new list and say so.',
  ],
  async run({ arguments: [file = ''], open, print }) {
    const list = await readBankHolidayFile(file)
    const { record } = await open()
    const before = await record.read(calendar, calendarId)
    const { version } = await record.perform(calendar, calendarId, list, { actor: 'command-line', at: now() })
    print(
      version === before.version
        ? 'This list says the same as the one in force. Nothing was changed.'
        : `The bank holidays as known on ${list.vintage} are in force.`,
    )
  },
}

export const calendarCommands: readonly CommandLine[] = [calendarUpdate]

/**
 * At every start: the newest list that came with this version is loaded, unless a later one was loaded already, and what
 * the area's settings say about counting is taken up. Warns when the known bank holidays run out.
 */
export async function startCalendar({ record }: Installation, at: Instant, progress?: Progress): Promise<void> {
  const act = { actor: 'area-file', at }
  const inForce = (await record.read(calendar, calendarId)).state.lists.at(-1)
  const kept = keptList()
  if (!inForce || inForce.vintage < kept.vintage) {
    await record.perform(calendar, calendarId, kept, { actor: 'frankpledge', at })
  }
  const counting = await readDayCounting(areaFolder)
  const { state } = await record.perform(calendar, calendarId, { type: 'DecideDayCounting', counting }, act)
  const list = state.lists.at(-1)
  const warning = list && holidaysRunningOut(toLocalDate(at), bankHolidaysOf(list.vintage, state.holidays))
  if (warning) progress?.done(`${warning} Under Administration, or with: frankpledge calendar update FILE`)
}
