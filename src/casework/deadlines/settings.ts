/**
 * The numbers that no source we hold confirms, with the values used until an area decides on others. What statute
 * fixes is not a setting.
 */
export const settingsAsShipped = {
  /** Hours for the review of a red referral. */
  'charging.red-review-hours': 3,
  /** Calendar days for the review of a green priority referral. */
  'charging.green-priority-review-days': 5,
  /** Calendar days for the review of a green referral. */
  'charging.green-review-days': 28,
  /** Calendar days for police to send a rejected referral again, where the prosecutor names no day. */
  'charging.resubmission-days': 7,
  /** Calendar days for police to answer an action plan, where the prosecutor names no day. */
  'charging.action-plan-days': 28,
  'charging.urgent-action-plan-days': 7,
  /** Months after which what was not answered is chased, and chased again. */
  'charging.first-chaser-months': 1,
  'charging.second-chaser-months': 2,
  /** Months after the first chaser. */
  'charging.administrative-finalisation-months': 3,
  /** Calendar days between reviews while a suspect is released under investigation. */
  'investigation.under-investigation-review-days': 28,
}

export type DeadlineSetting = keyof typeof settingsAsShipped
export type DeadlineSettings = Readonly<Record<DeadlineSetting, number>>

export const isDeadlineSetting = (name: string): name is DeadlineSetting => Object.hasOwn(settingsAsShipped, name)
