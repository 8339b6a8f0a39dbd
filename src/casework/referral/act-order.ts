import type { FastifyRequest } from 'fastify'
import { paths } from '../../paths.ts'
import type { CaseDone } from '../cases/case-page.ts'
import type { CaseFile } from '../cases/read-case.ts'
import type { Unsigned } from '../decisions/case-form-request.ts'
import type { ReferralCommand } from './commands.ts'
import { referral } from './referral.ts'

export const actAddress = (act: string): string => `/desk/cases/:id/charging/${act}`

/** Performs a command on the case's referrals as whoever asks, at the moment of the request. */
export const orderOn = (
  { record, at, viewer }: FastifyRequest,
  { summary }: CaseFile,
  command: Unsigned<ReferralCommand>,
) => record.perform(referral, summary.id, { ...command, at, by: viewer.account })

export const backTo = ({ summary }: CaseFile, done: CaseDone) => ({ path: paths.deskCaseCharging(summary.id), done })
