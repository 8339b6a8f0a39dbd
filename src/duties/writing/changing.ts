import type { FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import { sentOf } from '../../platform/access/sent.ts'
import { found } from '../../platform/web/failures.ts'
import { type Form, rejected } from '../../platform/web/layout/form.ts'
import type { House } from '../../platform/web/routing.ts'
import { type DutyAct, isPublishedAct, mayDo, undertakingIdOf } from '../duty-words.ts'
import type { Done } from '../explain/duty-page.ts'
import { type SeenDuty, readDuty } from '../read-duty.ts'
import { refuseDuty } from '../refusals.ts'
import { type Undertaking, type UndertakingCommand, undertaking } from '../undertaking/undertaking.ts'
import { refusedField } from './refused-fields.ts'
import { type Seen, seenIn, seenNow } from './seen.ts'

/** A duty that somebody is about to change: as they may see it, and as it stands on the record. */
export type Changing = { readonly duty: SeenDuty; readonly id: string; readonly state: Undertaking }

/** The duty behind an address, when it was written down by hand and the viewer may do this to it. */
export async function changing(
  request: FastifyRequest<{ Params: { readonly id: string } }>,
  { installation: { record } }: House,
  act: DutyAct,
): Promise<Changing> {
  const duty = found(await request.read((tx) => readDuty(tx, request.params.id)))
  const id = found(undertakingIdOf(duty))
  if (!mayDo(act, duty, request.viewer)) {
    throw refuseDuty(isPublishedAct(act, duty) ? 'duties.published' : 'duties.not-yours-to-change')
  }
  return { duty, id, state: found((await record.read(undertaking, id)).state) }
}

type Unsigned<Command> = Command extends unknown ? Omit<Command, 'at' | 'by' | 'seen'> : never

/** A command that was performed, or the form as it was typed with the field that can mend what a rule refused. */
export type Outcome = { readonly ok: true } | ({ readonly ok: false } & Form)

/** Performs a command as the viewer, on the duty as they had seen it. */
export async function perform(
  request: FastifyRequest,
  id: string,
  command: Unsigned<UndertakingCommand>,
): Promise<Outcome> {
  const sent = sentOf(request.body)
  const seen = seenIn(sent)
  const signed = { ...command, at: request.at, by: request.viewer.account, ...(seen !== undefined && { seen }) }
  try {
    await request.record.perform(undertaking, id, signed)
    return { ok: true }
  } catch (error) {
    return rejected(sent, [refusedField(error)])
  }
}

/** What there is to see of a duty now, and what of it the sender of a form had not seen. */
export async function seenAgain(
  request: FastifyRequest,
  { installation: { record } }: House,
  id: string,
): Promise<Seen> {
  const state = found((await record.read(undertaking, id)).state)
  return seenNow(state, seenIn(sentOf(request.body)))
}

export const donePath = (id: string, done: Done): string => `${paths.duty(id)}?done=${done}`
