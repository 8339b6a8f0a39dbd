import type { Decider } from '../../src/platform/record/decider.ts'
import { refusals } from '../../src/platform/refusal.ts'

// Two kinds of stream that exist in tests only: a plain one with a column of every shape, and a sealed one whose
// events lead to commands for the plain one.

const refuse = refusals({
  'example.not-negative': 'A tally cannot fall below zero.',
  'example.words-taken': 'These words stand there already.',
})

export const exampleTables = `
  create table example_tally (
    id text primary key, total integer not null, day date not null, marks jsonb not null, tags text[] not null, note text);
  create table example_tag (tally text not null, tag text not null, primary key (tally, tag));
  create table example_secret (id text primary key, words text not null);
  grant select, insert, update, delete on example_tally, example_tag, example_secret to frankpledge_recorder;
  alter table example_tally enable row level security;
  create policy record_writes on example_tally to frankpledge_recorder using (true) with check (true)`

export type TallyCommand =
  | { readonly type: 'Add'; readonly id: string; readonly amount: number }
  | { readonly type: 'Tag'; readonly id: string; readonly tag: string }
  | { readonly type: 'Untag'; readonly id: string; readonly tag: string }
type TallyEvent =
  | { readonly type: 'Added'; readonly id: string; readonly amount: number }
  | { readonly type: 'Tagged'; readonly id: string; readonly tag: string }
  | { readonly type: 'Untagged'; readonly id: string; readonly tag: string }
export type Tally = { readonly id: string; readonly total: number; readonly tags: readonly string[] }

export const tally: Decider<Tally, TallyCommand, TallyEvent> = {
  kind: 'example-tally',
  initial: { id: '', total: 0, tags: [] },
  decide(command, { total, tags }) {
    const { id } = command
    switch (command.type) {
      case 'Add':
        if (total + command.amount < 0) throw refuse('example.not-negative')
        return [{ type: 'Added', id, amount: command.amount }]
      case 'Tag':
        return tags.includes(command.tag) ? [] : [{ type: 'Tagged', id, tag: command.tag }]
      case 'Untag':
        return tags.includes(command.tag) ? [{ type: 'Untagged', id, tag: command.tag }] : []
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'Added':
        return { ...state, id: event.id, total: state.total + event.amount }
      case 'Tagged':
        return { ...state, id: event.id, tags: [...state.tags, event.tag] }
      case 'Untagged':
        return { ...state, tags: state.tags.filter((tag) => tag !== event.tag) }
    }
  },
  rows: ({ id, total, tags }) => ({
    example_tally: [
      { id, total, day: '2026-04-07', marks: { tags, last: tags.at(-1) ?? null }, tags, note: tags[0] ?? null },
    ],
    example_tag: tags.map((tag) => ({ tally: id, tag })),
  }),
}

export type SecretCommand = { readonly type: 'Tell'; readonly id: string; readonly words: string }
type SecretEvent = { readonly type: 'Told'; readonly id: string; readonly words: string }
export type Secret = { readonly id: string; readonly words: string }

export const secret: Decider<Secret, SecretCommand, SecretEvent> = {
  kind: 'example-secret',
  sealed: true,
  initial: { id: '', words: '' },
  decide({ id, words }, state) {
    if (words === state.words) throw refuse('example.words-taken')
    return [{ type: 'Told', id, words }]
  },
  evolve: (_, { id, words }) => ({ id, words }),
  rows: ({ id, words }) => ({ example_secret: [{ id, words }] }),
  react: ({ words }, _, id) => [
    // Words that begin with a minus sign make the tally refuse, and with it the whole command.
    { kind: tally.kind, id, command: { type: 'Add', id, amount: words.startsWith('-') ? -1_000_000 : words.length } },
  ],
}

export const exampleDeciders = [tally, secret] as const
export const act = { actor: 'test', at: '2026-04-07T09:30:00.000Z' } as const
