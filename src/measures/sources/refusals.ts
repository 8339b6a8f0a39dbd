import { refusals } from '../../platform/refusal.ts'

export const refuseSource = refusals({
  'source.other-period':
    'The same content was imported before as {dataset} for {held}, so it cannot also be {dataset} for {given}. Nothing of it was kept.',
  'source.other-dataset':
    'The same content was imported before as {held}, so it cannot also be {given}. Nothing of it was kept.',
})
