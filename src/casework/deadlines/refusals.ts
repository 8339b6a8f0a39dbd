import { refusals } from '../../platform/refusal.ts'

export const refuseDeadline = refusals({
  'deadline.before-it-starts': '{later} cannot be before {earlier}. Check both dates.',
  'deadline.too-many-days': 'Use {most} working days or fewer.',
})
