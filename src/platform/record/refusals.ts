import { refusals } from '../refusal.ts'

export const refuseRecord = refusals({
  'record.stream-erased': 'This record was erased for good, so nothing can be added to it.',
  'record.busy': 'Someone else was changing this at the same moment. Nothing was saved: please try again.',
})
