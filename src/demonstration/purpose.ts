import type { Decider } from '../platform/record/decider.ts'
import { refusals } from '../platform/refusal.ts'

export type Purpose = 'demonstration' | 'work'

type State = { readonly purpose: Purpose | null }
type DeclarePurpose = { readonly type: 'DeclarePurpose'; readonly purpose: Purpose }
type PurposeDeclared = { readonly type: 'PurposeDeclared'; readonly purpose: Purpose }

export const refusePurpose = refusals({
  'installation.is-demonstration':
    'This installation holds the demonstration, whose people and cases are made up. Set FRANKPLEDGE_HOME or DATABASE_URL to an empty one for real work.',
  'installation.is-for-work':
    'Real work is done in this installation, and made-up cases never come among real ones. Set FRANKPLEDGE_HOME or DATABASE_URL to that of a demonstration, or to an empty one.',
  'installation.has-accounts':
    'Somebody has an account here already, so this cannot become a demonstration, in which anybody can be anybody. Start it with --without-demonstration, or set FRANKPLEDGE_HOME or DATABASE_URL to an empty one.',
})

/**
 * What an installation is for. Its first start decides, and it stays so: made-up people never come among real ones,
 * and real work never begins on top of made-up cases.
 */
export const installationPurpose: Decider<State, DeclarePurpose, PurposeDeclared> = {
  kind: 'installation',
  initial: { purpose: null },
  decide({ purpose }, state) {
    if (state.purpose === 'demonstration' && purpose === 'work') throw refusePurpose('installation.is-demonstration')
    return state.purpose === null ? [{ type: 'PurposeDeclared', purpose }] : []
  },
  evolve: (_, { purpose }) => ({ purpose }),
  rows: () => ({}),
}

export const thisInstallation = 'this'
