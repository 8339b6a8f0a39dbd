import { refusals } from '../refusal.ts'

export const refuseRecord = refusals({
  'record.stream-erased': 'This record was erased for good, so nothing can be added to it.',
  'record.busy': 'Someone else was changing this at the same moment. Nothing was saved: please try again.',
  'record.changed-since': 'Someone changed this since it was looked at. Nothing was saved: look again.',
  'record.text-not-storable': 'The text holds a character that cannot be kept. Remove it, or type the text again.',
  'record.no-such-stream': 'There is nothing on the record under the name {stream}.',
  'record.not-sealed': 'Entries of the kind {kind} are not sealed: they hold no personal data and cannot be erased.',
  'record.already-erased': '{stream} was erased before.',
  'record.erasure-needs-reason': 'An erasure needs a reason: it is what remains on the record.',
})
