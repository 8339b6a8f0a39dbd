import { refusals } from '../../platform/refusal.ts'

export const refuseBail = refusals({
  'bail.no-limit-then':
    'For an arrest on {arrested} there was no limit in statute: bail before charge was limited for arrests from 3 April 2017. Check the date; no end is worked out for an earlier one.',
  'bail.not-in-this-regime':
    'For an arrest on {arrested} the limits are those of 3 April 2017 to 27 October 2022, and they do not have this extension. Ask for the initial period or the superintendent’s extension.',
  'bail.standard-case-only':
    'This extension is for standard cases. In an FCA, HMRC, NCA or SFO case a designated senior officer extends bail once (s.47ZDB).',
  'bail.agency-case-only': 'This extension is only for FCA, HMRC, NCA and SFO cases. Say which with the key "case".',
})
