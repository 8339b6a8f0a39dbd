import type { Refusal } from '../refusal.ts'

/** What JSON can hold. Events, commands and rows are made of nothing else, so that what is stored is what was meant. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/** A command ("AuthoriseCharge") or an event ("ChargeAuthorised"). */
export type Named = { readonly type: string }

export type Row = Readonly<Record<string, Json>>

/** Table name → the rows in it that one stream stands behind. */
export type Rows = Readonly<Record<string, readonly Row[]>>

/** A command for another stream, performed in the same transaction. */
export type Reaction = { readonly kind: string; readonly id: string; readonly command: Named }

/**
 * The rules of one kind of stream. Everything is a pure function: no clock, no I/O, no randomness.
 * Written with method syntax so that a list of deciders of different types can be held as `Decider[]`.
 */
export type Decider<State = unknown, Command extends Named = Named, Event extends Named = Named> = {
  /** First part of the stream's name: lower case words joined by hyphens. */
  readonly kind: string
  /** Payloads of a sealed kind are encrypted with a key per stream. True for every kind that holds personal data. */
  readonly sealed?: boolean
  /**
   * Which permission each command needs when a request orders it, or `byReaction` where only another stream may. A
   * kind without this list leaves it to its routes.
   */
  readonly permissions?: Readonly<Record<Command['type'], string>>
  readonly initial: State
  /** Throws a `Refusal` when a rule says no. No events means that nothing needs to change. */
  decide(command: Command, state: State): readonly Event[]
  /** Never throws: old facts are facts. */
  evolve(state: State, event: Event): State
  /** All table rows that this stream stands behind, duties included. */
  rows(state: State): Rows
  /** Commands for other streams that follow from an event. `id` is this stream's own id. */
  react?(event: Event, state: State, id: string): readonly Reaction[]
  /**
   * What a unique index of its tables says no to, by the index's name. That something belongs to one stream alone is a
   * rule over all of them, and a stream knows only itself; so the index holds it, in the transaction of the event.
   */
  readonly taken?: Readonly<Record<string, () => Refusal>>
}

/** Instead of a permission: no request may order it; it follows from what happened in another stream. */
export const byReaction = 'by-reaction'

/** Who acts and when. `at` is a UTC instant with milliseconds, as `Date.toISOString` writes it. */
export type Act = { readonly actor: string; readonly at: string }

/** The state after `events`, and the only way a state is ever reached. */
export function fold<State, Event extends Named>(
  decider: { evolve(state: State, event: Event): State },
  state: State,
  events: readonly Event[],
): State {
  return events.reduce((before, event) => decider.evolve(before, event), state)
}

export const streamName = (kind: string, id: string): string => `${kind}/${id}`
export const kindOf = (stream: string): string => stream.slice(0, stream.indexOf('/'))
export const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1)
