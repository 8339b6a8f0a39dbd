import type { Json } from '../platform/record/decider.ts'

/** A message as the page about the API shows it; a test sends each, in this order. */
export type Example = { readonly operation: string; readonly address: string; readonly body: Json }

const name = 'OCC-2026-000417'
const address = `/cases/reference:${name}`

export const examples: readonly Example[] = [
  {
    operation: 'recordAllegation',
    address: '/allegations',
    body: {
      reference: name,
      sequence: 1,
      reportedAt: '2026-04-07T09:10:00+01:00',
      what: 'A bicycle was taken from the rack outside the station.',
      where: 'Example Road station',
      from: '2026-04-06',
      to: '2026-04-07',
      suspectedOffence: 'TH68006',
      reporter: 'first-victim',
      victims: [{ person: { name: 'Quince Example', phone: '01632 960011' } }],
    },
  },
  {
    operation: 'decideCrime',
    address: `${address}/crime-decision`,
    body: {
      sequence: 1,
      crimeReference: '43260123456',
      reason: 'The account is credible and nothing speaks against it.',
    },
  },
  {
    operation: 'decideInvestigation',
    address: `${address}/investigation-decision`,
    body: { sequence: 1, how: 'View the station’s recordings.', reason: 'The platform is covered by cameras.' },
  },
  {
    operation: 'recordMaterial',
    address: `${address}/material`,
    body: {
      reference: `${name}/statement-1`,
      sequence: 1,
      kind: 'statement',
      title: 'Statement of the victim',
      from: { part: 'victim', number: 1 },
      state: 'received',
      use: 'evidence',
    },
  },
  {
    operation: 'recordSuspect',
    address: `${address}/suspects`,
    body: {
      reference: `${name}/suspect-1`,
      sequence: 1,
      person: { name: 'Sorrel Example', dateOfBirth: '1990-02-28' },
      reason: 'Recognised on the recordings by an officer.',
      charges: [
        {
          offence: 'TH68006',
          from: '2026-04-06',
          to: '2026-04-07',
          where: 'Example Road station',
          particulars: 'Stole a pedal cycle belonging to Quince Example.',
        },
      ],
    },
  },
]
