import type { Item, Register, Request } from './register.ts'

/** The number of the next item that comes onto a register. */
export const nextKey = (state: Register | null): string => `M${(state?.items.length ?? 0) + 1}`

/** The request that waits for an answer; there is at most one. */
export const openRequest = ({ requests }: Item): Request | null =>
  requests.find(({ answered, waived }) => answered === null && waived === null) ?? null
