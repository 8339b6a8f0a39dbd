import { refusals } from '../platform/refusal.ts'

export const refusePlan = refusals({
  'plan.not-declared': 'There is no such plan.',
  'plan.period-ends-before-it-starts': 'The planning period must end after it starts.',
  'plan.not-your-plan': 'Only the body whose plan this is may change it.',
  'plan.objective-unknown': 'The plan has no objective {objective}.',
  'plan.objective-text-missing': 'An objective needs a short code and a title.',
  'plan.measure-already-linked': 'This measure is already linked to the objective.',
  'plan.measure-not-linked': 'This measure is not linked to the objective, so it cannot be taken away.',
  'plan.reason-missing': 'Give the reason. It stays on the record for anyone to read.',
  'plan.content-text-missing': 'Say what the plan sets out, or where in the plan it stands.',
  'plan.content-is-the-objectives': 'The objectives are set out by stating them one by one.',
  'plan.content-not-set-out': 'The plan does not set this out, so it cannot be withdrawn.',
})
