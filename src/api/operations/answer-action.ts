import { z } from 'zod'
import { readClocks } from '../../casework/referral/charging-facts.ts'
import { readReferral } from '../../casework/referral/read-referral.ts'
import { referral } from '../../casework/referral/referral.ts'
import { readMaterial } from '../../casework/material/read-material.ts'
import { found } from '../../platform/web/failures.ts'
import { caseParameter, caseToldOf } from '../cases.ts'
import { acknowledgement } from '../messages/receive.ts'
import { itemNeeded, needed } from '../needed.ts'
import { type Asked, type Parameter, telling } from '../operation.ts'
import { named, sequence, text } from '../schemas.ts'

const answer = named(
  'ActionAnswer',
  'How police answer one item of an action plan.',
  z.strictObject({
    sequence,
    referral: z.int().min(1).nullable().default(null).describe('Our number of the referral; null for the last one.'),
    answer: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('done'),
        material: needed.nullable().default(null).describe('The item of material that answers it.'),
        words: z.string().trim().max(2000).default(''),
      }),
      z.strictObject({ type: z.literal('cannot'), words: text }),
      z.strictObject({ type: z.literal('question'), words: text }),
    ]),
  }),
)

type Answered = z.infer<typeof answer>['answer']

const itemParameter: Parameter = {
  name: 'item',
  where: 'path',
  about: 'The item of the action plan, as it is read there: A1.',
  schema: z.string().regex(/^A\d{1,4}$/),
}

export const answerAction = telling(
  {
    id: 'answerAction',
    path: '/cases/{case}/action-plan/{item}/answer',
    summary: 'Answer an item of an action plan',
    about:
      'Done, cannot be done, or a question to the prosecutor. After a reply to a question, the next answer is a later version.',
    scope: 'case.refer',
    parameters: [caseParameter, itemParameter],
    creates: false,
  },
  answer,
  async (asked, told, content) => {
    const { request, params } = asked
    const id = await caseToldOf(asked)
    const item = params['item'] ?? ''
    const { referrals } = await request.read((tx) => readReferral(tx, id))
    const number = told.referral ?? referrals.at(-1)?.number
    const asking = found(referrals.find((one) => one.number === number))
    found(asking.items.find(({ key }) => key === item))
    const reference = `${id}/${asking.number}/${item}`
    const given = await answerOf(asked, id, told.answer)
    const acted = { at: request.at, by: request.viewer.account }
    const facts = await request.read(readClocks)
    const command = { type: 'AnswerItem', referral: asking.number, item, answer: given, facts, ...acted }
    return {
      brought: { caseId: id, kind: 'action-answer', reference, sequence: told.sequence, content },
      plan: async () => ({
        status: 200,
        body: acknowledgement({ caseId: id, item, sequence: told.sequence }),
        orders: [{ decider: referral, id, command }],
        caseId: id,
        item,
        // An answer is an act, and corrects nothing that stands.
        said: {},
      }),
    }
  },
)

async function answerOf(asked: Asked, caseId: string, told: Answered) {
  if (told.type !== 'done' || told.material === null) return told
  const key = await itemNeeded(asked, caseId, 'material', told.material)
  const item = found((await asked.request.read((tx) => readMaterial(tx, caseId))).find((one) => one.key === key))
  return { ...told, material: { key, title: item.title } }
}
