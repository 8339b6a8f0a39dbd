import { checkFile, gapsOf } from '../file-check/file-check.ts'
import type { ExplainedGap, FileCheck, FileSent } from './case-referrals.ts'
import type { FileToSend } from './commands.ts'
import { refuseReferral } from './refusals.ts'
import { requireShort } from './requirements.ts'

/**
 * The referral itself is the report to the prosecutor (MG3), and carries the supervisor's comments, so that neither is
 * missing where the register holds no document of it.
 */
const inTheReferral: readonly string[] = ['charging-request', 'supervisor-comments']

/** What the file lacks on the day it would go, in the order of the standard. */
export const gapsBefore = (
  { fileType, plea, suspects }: Pick<FileToSend, 'fileType' | 'plea' | 'suspects'>,
  { material, context }: Pick<FileCheck, 'material' | 'context'>,
) =>
  gapsOf(
    checkFile(fileType, material, {
      ...context,
      prosecutorDecides: true,
      notGuiltyExpected: plea !== 'guilty',
      inCustody: suspects.some(({ position }) => position === 'in-custody'),
    }),
  ).filter(({ code }) => !inTheReferral.includes(code))

/** The file as it goes: with what it holds, and for each thing that it lacks the reason. Without a reason it stays. */
export function checkedFile(file: FileToSend, check: FileCheck): FileSent {
  const gaps = gapsBefore(file, check).map(({ code, title, reason }): ExplainedGap => ({
    code,
    what: title,
    standing: reason,
    reason: check.reasons.find((one) => one.code === code)?.reason ?? '',
  }))
  const unexplained = gaps.filter(({ reason }) => !reason.trim()).map(({ what }) => what)
  if (unexplained.length > 0) throw refuseReferral('referral.gap-without-reason', { gaps: unexplained.join('; ') })
  for (const { reason } of gaps) requireShort(reason)
  const held = check.material.filter(({ state }) => state === 'received')
  return { ...file, material: held.map(({ key, title }) => ({ key, title })), gaps }
}
