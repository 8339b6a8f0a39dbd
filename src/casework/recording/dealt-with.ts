import type { AgencyRow } from '../../agencies/tables.ts'
import type { DealtWith } from './orders-to-record.ts'

/** A unit of the force by its code, or the force as a whole, with both in words. */
export function dealtWithIn({ code, name, units }: AgencyRow, asked: string): DealtWith {
  const unit = units.find((one) => one.code === asked)
  return unit
    ? { force: code, unit: unit.code, dealtWithBy: `${unit.name}, ${name}` }
    : { force: code, dealtWithBy: name }
}
