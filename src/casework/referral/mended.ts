import { anticipatedPleas } from '../who-may-charge/who-may-charge.ts'
import { fileTypes } from '../file-check/file-check.ts'
import type { FileSent } from './case-referrals.ts'
import { categories } from './terms.ts'
import { lowered, materialWords } from './told-lines.ts'

/** What police changed in the file between two times that they sent it, besides their answers to the rejection. */
export function changesBetween(before: FileSent, after: FileSent): readonly string[] {
  const held = new Set(before.material.map(({ key }) => key))
  const came = after.material.filter(({ key }) => !held.has(key))
  const lacked = gapsIn(before, after)
  const lacks = gapsIn(after, before)
  return [
    ...came.map((item) => `Came onto the register: ${materialWords(item)}.`),
    ...lacked.map(({ what }) => `No longer lacking: ${lowered(what)}.`),
    ...lacks.map(({ what, reason }) => `Lacking now: ${lowered(what)}. ${reason}`),
    ...(before.supervisorComments === after.supervisorComments ? [] : ['The supervisor’s comments were changed.']),
    ...inWords(before, after),
    ...suspectChanges(before, after),
  ]
}

const gapsIn = ({ gaps }: FileSent, { gaps: others }: FileSent) =>
  gaps.filter(({ code }) => !others.some((other) => other.code === code))

function inWords(before: FileSent, after: FileSent): readonly string[] {
  const said = (file: FileSent) => [
    categories[file.category].title,
    anticipatedPleas[file.plea],
    fileTypes[file.fileType],
  ]
  const names = ['Category', 'Plea expected', 'File']
  const now = said(after)
  return said(before).flatMap((was, index) =>
    was === now[index] ? [] : `${names[index]}: ${now[index]}; it was ${was}.`,
  )
}

function suspectChanges({ suspects: before }: FileSent, { suspects: after }: FileSent): readonly string[] {
  const left = before.filter(({ number }) => !after.some((one) => one.number === number))
  const joined = after.filter(({ number }) => !before.some((one) => one.number === number))
  const charges = after.flatMap(({ number, charges: now }) => {
    const were = before.find((one) => one.number === number)?.charges
    const same = !were || (were.length === now.length && were.every((one, index) => one.key === now[index]?.key))
    return same ? [] : `Suspect ${number}: the proposed charges were changed.`
  })
  return [
    ...left.map(({ number }) => `Suspect ${number} is no longer referred.`),
    ...joined.map(({ number }) => `Suspect ${number} is referred, too.`),
    ...charges,
  ]
}
