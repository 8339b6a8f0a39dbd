import type { LocalDate } from '../../calendar/local-date.ts'
import type { FormReader } from '../../duties/writing/form-reader.ts'
import { dateParts } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import { type PersonDetails, longestDetail, longestNote } from './person.ts'

/** The names of the fields that a person's details are typed into; `prefix` tells apart those of several people. */
export const personFieldNames = (prefix: string) => ({
  name: `${prefix}-name`,
  organisation: `${prefix}-organisation`,
  dateOfBirth: `${prefix}-born`,
  phone: `${prefix}-phone`,
  email: `${prefix}-email`,
  address: `${prefix}-address`,
  contactNote: `${prefix}-contact`,
})

/** True when nothing was typed about this person. */
export function isBlankPerson(sent: Sent, prefix: string): boolean {
  const { dateOfBirth, ...texts } = personFieldNames(prefix)
  const all = [...Object.values(texts), ...['day', 'month', 'year'].map((part) => `${dateOfBirth}-${part}`)]
  return all.every((name) => textOf(sent, name) === '')
}

/** Reads somebody's details. `missing` is said where neither a name nor an organisation was typed. */
export function readPerson(
  reader: FormReader,
  sent: Sent,
  prefix: string,
  { missing, today }: { readonly missing: string; readonly today: LocalDate },
): PersonDetails {
  const names = personFieldNames(prefix)
  const short = (name: string): string | null => reader.text(name, undefined, longestDetail) || null
  const long = (name: string): string | null => reader.text(name, undefined, longestNote) || null
  const name = short(names.name)
  const organisation = short(names.organisation)
  if (!name && !organisation) reader.wrong(names.name, missing)
  const dateOfBirth = readBirth(reader, sent, names.dateOfBirth, today)
  const [phone, email] = [short(names.phone), short(names.email)]
  if (email && !/^\S+@\S+\.\S+$/.test(email)) {
    reader.wrong(names.email, 'Enter an email address in the correct format, like name@example.com')
  }
  return {
    name,
    organisation,
    dateOfBirth,
    phone,
    email,
    address: long(names.address),
    contactNote: long(names.contactNote),
  }
}

const oldest = '1895-01-01'

function readBirth(reader: FormReader, sent: Sent, name: string, today: LocalDate): LocalDate | null {
  if (['day', 'month', 'year'].every((part) => textOf(sent, `${name}-${part}`) === '')) return null
  const date = reader.date(name, 'date of birth')
  if (date === null) return null
  if (date > today) return reader.wrong(name, 'Date of birth must be in the past', `#${name}-day`)
  if (date < oldest) return reader.wrong(name, 'Enter the year of birth in full, such as 1984', `#${name}-day`)
  return date
}

/** The fields filled in with what stands, for a correction. */
export function personSent(prefix: string, details: PersonDetails): Sent {
  const { dateOfBirth, ...texts } = personFieldNames(prefix)
  return {
    ...Object.fromEntries(Object.entries(texts).map(([key, name]) => [name, details[key as keyof typeof texts] ?? ''])),
    ...(details.dateOfBirth && dateParts(dateOfBirth, details.dateOfBirth)),
  }
}
