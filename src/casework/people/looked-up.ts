import { formReader } from '../../duties/writing/form-reader.ts'
import { type Sent, textOf } from '../../platform/access/sent.ts'
import type { Tx } from '../../platform/database/reading.ts'
import { type KnownPerson, readKnownPeople } from './known-people.ts'
import { personFieldNames } from './parse-person.ts'
import { chosenField, findPersonValue } from './person-choice.ts'

/** True when somebody is looked up now in this place of a form, or was before and the form comes with the choice. */
export const wasLookedUp = (sent: Sent, prefix: string): boolean =>
  textOf(sent, 'do') === findPersonValue(prefix) || textOf(sent, chosenField(prefix)) !== ''

/** Whom the name and the date of birth may mean that were typed in this place of a form. */
export function readKnownIn(tx: Tx, sent: Sent, prefix: string): Promise<readonly KnownPerson[]> {
  const names = personFieldNames(prefix)
  const typed = `${textOf(sent, names.name)} ${textOf(sent, names.organisation)}`
  return readKnownPeople(tx, typed, formReader(sent).date(names.dateOfBirth, 'date of birth'))
}
