import { type Instant, isInstant, now } from '../../calendar/instant.ts'
import { type CommandLine, UsageError } from '../../platform/command-line/command.ts'
import { loadDemonstrationAccounts } from '../../agencies/demonstration-accounts.ts'
import { declarePurpose } from '../declare-purpose.ts'
import { loadArea } from '../load.ts'
import { refusePurpose } from '../purpose.ts'
import { loadCases } from './load-cases.ts'

const mostCases = 1_000_000

/** `frankpledge demonstrate`: fills the demonstration with made-up cases. */
export const demonstrateCommand: CommandLine = {
  name: 'demonstrate',
  summary: 'Fills the demonstration with made-up cases',
  options: {
    cases: {
      type: 'string',
      value: 'N',
      about: 'how many cases, those of the seed that are there already included',
      required: true,
    },
    seed: {
      type: 'string',
      value: 'S',
      about: 'any word or number: the same seed makes the same cases, another makes others',
    },
    at: {
      type: 'string',
      value: 'INSTANT',
      about: 'the moment at which the stories end, such as 2026-11-22T12:00:00.000Z; now, when it is not given',
    },
  },
  details: [
    'The cases go through the same rules as real ones, in the proportions of published figures. Nobody in them is real.',
    'The same seed and the same moment make the same cases again, to the letter. It refuses where real work is done.',
  ],
  run: async ({ open, options, progress, print }) => {
    const cases = countOf(options['cases'])
    const at = momentOf(options['at'])
    const seed = typeof options['seed'] === 'string' ? options['seed'] : '1'
    const installation = await open()
    const purpose = await declarePurpose(installation, 'demonstration')
    if (purpose === 'work') throw refusePurpose('installation.is-for-work')
    await loadArea(installation, progress)
    await loadDemonstrationAccounts(installation, at)
    const { added, commands } = await loadCases(installation, { cases, seed, at }, progress)
    progress.done(`${added.toLocaleString('en-GB')} cases`)
    print(
      `Added ${added.toLocaleString('en-GB')} cases by ${commands.toLocaleString('en-GB')} commands, with the seed ${seed}`,
    )
  },
}

function countOf(text: string | boolean | undefined): number {
  const count = typeof text === 'string' && /^[1-9]\d*$/.test(text) ? Number(text) : 0
  if (count < 1 || count > mostCases)
    throw new UsageError(`--cases takes a whole number from 1 to ${mostCases.toLocaleString('en-GB')}`)
  return count
}

function momentOf(text: string | boolean | undefined): Instant {
  if (typeof text !== 'string') return now()
  if (!isInstant(text)) throw new UsageError('--at takes a UTC moment such as 2026-11-22T12:00:00.000Z')
  return text
}
