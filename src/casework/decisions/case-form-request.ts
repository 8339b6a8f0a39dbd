import type { FastifyRequest } from 'fastify'
import type { Named } from '../../platform/record/decider.ts'
import { type Sent, sentOf, textOf } from '../../platform/access/sent.ts'
import { Refusal } from '../../platform/refusal.ts'
import { found } from '../../platform/web/failures.ts'
import { type FieldError, type Form, formOf } from '../../platform/web/layout/form.ts'
import { type CaseFile, caseStream, readCase, readHappenings } from '../cases/read-case.ts'
import type { CaseForm } from './decision-page.ts'

/** Reads the case that an address names, as far as the viewer may see it, and leaves who looked in the log. */
export async function caseLookedAt(request: FastifyRequest, id: string, what: string): Promise<CaseFile> {
  const file = found(await request.read((tx) => readCase(tx, id)))
  const subjects = [caseStream(id), ...file.people.map((person) => `person/${person.id}`)]
  await request.looked({ subjects, what, purpose: 'Investigating an allegation' })
  return file
}

export const caseFormOf = (
  { chrome, csrfToken, viewer, at }: FastifyRequest,
  file: CaseFile,
  form: Form,
): CaseForm => ({
  chrome,
  csrfToken,
  viewer,
  at,
  file,
  form,
})

/**
 * What a colleague did since the form was shown, as an error at its top; null when nothing happened. Sent again, the
 * form goes through, because it then carries what was told here.
 */
export async function happenedMeanwhile(
  request: FastifyRequest,
  { summary: { id, happenings } }: CaseFile,
): Promise<FieldError | null> {
  const seen = Number(textOf(sentOf(request.body), 'seen'))
  if (seen === happenings) return null
  const events = await request.read((tx) => readHappenings(tx, id))
  const since = events.slice(0, Math.max(1, happenings - seen)).map(({ event }) => lowered(event))
  const text = `While you wrote, this happened in the case: ${since.toReversed().join('; ')}. Check what you typed and send it again`
  return { field: 'seen', text, href: '#main-content' }
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** The form with what was typed and what a rule said no to, or null once the command was performed. */
export async function refusedForm(sent: Sent, field: string, perform: () => Promise<unknown>): Promise<Form | null> {
  try {
    await perform()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return formOf(sent, [{ field, text: error.message }])
  }
}

export type Unsigned<Command extends Named> = Command extends unknown ? Omit<Command, 'at' | 'by'> : never
