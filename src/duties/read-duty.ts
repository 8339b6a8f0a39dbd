import type { Selectable } from 'kysely'
import type { Tx } from '../platform/database/reading.ts'
import { type Duty, type DutyHappening } from './duty.ts'
import type { DutyTable } from './tables.ts'

/** A duty as it was read, with its public handle. */
export type SeenDuty = Duty & Required<Pick<Duty, 'public' | 'earlierDates'>> & { readonly id: string }

export function dutyOfRow(row: Selectable<DutyTable>): SeenDuty {
  return {
    stream: row.stream,
    key: row.key,
    id: row.id,
    kind: row.kind,
    what: row.what,
    ...(row.about_text !== null && {
      about: { text: row.about_text, ...(row.about_path !== null && { path: row.about_path }) },
    }),
    owedBy: {
      agency: row.owed_by_agency,
      name: row.owed_by_name,
      ...(row.owed_by_unit !== null && { unit: row.owed_by_unit }),
      ...(row.owed_by_role !== null && { role: row.owed_by_role }),
      ...(row.owed_by_account !== null && { account: row.owed_by_account }),
    },
    owedTo: { name: row.owed_to_name, ...(row.owed_to_agency !== null && { agency: row.owed_to_agency }) },
    startedOn: row.started_on,
    dueOn: row.due_on,
    dueAt: row.due_at,
    metAt: row.met_at,
    waived: row.waived_at === null ? null : { at: row.waived_at, reason: row.waived_reason ?? '' },
    authority: row.authority,
    working: row.working,
    public: row.public,
    earlierDates: row.earlier_dates,
  }
}

/** The duty with this handle, or null when there is none that the viewer may see. */
export async function readDuty(tx: Tx, id: string): Promise<SeenDuty | null> {
  const row = await tx.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? dutyOfRow(row) : null
}

/** The duties that a stream stands behind, earliest first: for the page of a case, a grant or a meeting. */
export async function readDutiesOf(tx: Tx, stream: string): Promise<readonly SeenDuty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('due_at')
    .orderBy('key')
    .execute()
  return rows.map(dutyOfRow)
}

/** The duties of everything under one address, such as a case with all its streams; earliest first. */
export async function readDutiesIn(tx: Tx, matter: string): Promise<readonly SeenDuty[]> {
  const rows = await tx
    .selectFrom('duty')
    .selectAll()
    .where('matter', '=', matter)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(dutyOfRow)
}

/** What happened to a duty, newest first. Empty for those outside the agencies that it concerns. */
export async function readDutyHistory(
  tx: Tx,
  { stream, key }: Pick<Duty, 'stream' | 'key'>,
): Promise<readonly DutyHappening[]> {
  const rows = await tx
    .selectFrom('duty_history')
    .select(['at', 'account', 'event', 'detail'])
    .where('stream', '=', stream)
    .where('key', '=', key)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ at, account, event, detail }) => ({ at, account, event, ...(detail !== null && { detail }) }))
}
