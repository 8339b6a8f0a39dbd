import { byHandForms } from './by-hand-forms.ts'
import { chargingForms } from './charging-forms.ts'
import { custodyForms } from './custody-forms.ts'
import { emergencyForms } from './emergency-forms.ts'
import { endingForms } from './ending-forms.ts'
import { interviewForm } from './interview-form.ts'
import { namingForms } from './naming-forms.ts'
import { releaseForms } from './release-forms.ts'
import { returnForm } from './return-form.ts'
import type { SuspectForm } from './suspect-form.ts'

const forms = {
  ...custodyForms,
  return: returnForm,
  interview: interviewForm,
  ...releaseForms,
  ...byHandForms,
  ...chargingForms,
  ...emergencyForms,
  ...endingForms,
  ...namingForms,
} as const

/** What can be recorded of a suspect, as it stands in an address. */
export type SuspectAct = keyof typeof forms

export const suspectForms: Readonly<Record<SuspectAct, SuspectForm>> = forms

const isSuspectAct = (text: string): text is SuspectAct => Object.hasOwn(forms, text)

/** `arrest`, or `withdraw-charge.C1` where the act is about one of several. Null for what is no act. */
export function readAct(text: string): { readonly act: SuspectAct; readonly key: string } | null {
  const [act = '', key = ''] = text.split('.')
  return isSuspectAct(act) ? { act, key } : null
}

export const actAddress = (act: SuspectAct, key = ''): string => (key ? `${act}.${key}` : act)
